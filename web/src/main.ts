import { mount } from 'svelte';
import './look/tokens.css';
import './look/base.css';
import './look/print.css';
import { find } from './shell/screens';
import { ask_ahead_of_home } from './desks/conference/plan.svelte';
import App from './App.svelte';
import { begin, place } from './base/place.svelte';
import { read_session } from './base/session.svelte';
import { listen } from './base/live.svelte';
import { first_language, speak, speech } from './base/words.svelte';
import { mind_printing } from './base/print';
import { dress } from './base/theme';

dress();
begin();
mind_printing();
// Words, session, the screen's script and the overview's answers are asked for at once; the page stands when the
// first two are here.
const tag = first_language(place.query.get('lang'));
speech.tag = tag;
const known = read_session().catch(() => undefined);
const ready = Promise.all([speak(tag), known]);
find(place.path)?.screen.load().catch(() => undefined);
if (place.path === '/') void ask_ahead_of_home(known).catch(() => undefined);
void ready.then(() => {
  mount(App, { target: document.getElementById('app')! });
  listen();
});
