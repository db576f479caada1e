import { mount } from 'svelte';
import './look/tokens.css';
import './look/base.css';
import './look/print.css';
import App from './App.svelte';
import { begin, place } from './base/place.svelte';
import { read_session } from './base/session.svelte';
import { listen } from './base/live.svelte';
import { first_language, speak } from './base/words.svelte';
import { mind_printing } from './base/print';
import { dress } from './base/theme';

dress();
begin();
mind_printing();
// Words and session are asked for at once; the page stands when both are here.
const ready = Promise.all([speak(first_language(place.query.get('lang'))), read_session().catch(() => undefined)]);
void ready.then(() => {
  mount(App, { target: document.getElementById('app')! });
  listen();
});
