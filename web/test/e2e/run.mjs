// The browser's tests on a running service: npm run e2e -- --base http://127.0.0.1:8480 [--logins FILE] [--only NAME] [--languages en,pt-PT] [--shots DIR] [--pages PART]
import { browser, only } from './browser.mjs';
import * as tasks from './tasks.mjs';
import * as files from './files.mjs';
import * as record from './record.mjs';
import * as keys from './keys.mjs';
import * as origin from './origin.mjs';
import * as paper from './paper.mjs';
import * as settings from './settings.mjs';
import { axe_everywhere } from './axe.mjs';

// In the order in which they are written: a task goes on where the one before it ended.
const order = ['signs_in_by_keyboard', 'enters_evidence_in_three_fields_under_thirty_seconds', 'the_other_side_finds_nothing_unreleased', 'the_head_signs_off_and_another_body_verifies',
  'takes_the_dossier_as_word_and_previews_it', 'minutes_are_drafted_circulated_and_approved_by_both_sides', 'follows_a_figure_to_its_proof', 'stands_at_another_date_on_every_page', 'walks_the_whole_overview_by_keyboard', 'text_in_every_field_stays_text'];
const all = [...order.map((name) => [name, tasks[name]]), ...[files, record, keys, origin, paper, settings].flatMap(Object.entries), ['axe_everywhere', axe_everywhere]].filter(([name]) => !only || only.split(',').some((one) => name.includes(one)));
let failed = 0;
for (const [name, does] of all) {
  const since = Date.now();
  try {
    const says = await does();
    console.log(`ok     ${name.replaceAll('_', ' ')} (${((Date.now() - since) / 1000).toFixed(1)} s)${says ? `: ${says}` : ''}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name.replaceAll('_', ' ')}: ${error.message.slice(0, 20000)}`);
  }
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
