// Every screen by its address. Each is loaded when it is first opened.
import type { Component } from 'svelte';
import { speak_more } from '../base/words.svelte';

interface Screen { path: RegExp; names: string[]; load: () => Promise<{ default: Component<Record<string, string>> }>; room: string }
const screen = (path: string, room: string, load: Screen['load']): Screen => {
  const names: string[] = [];
  const pattern = path.replace(/:(\w+)/g, (_, name: string) => { names.push(name); return '([^/]+)'; });
  return { path: new RegExp(`^${pattern}/?$`), names, load, room };
};
// The props of a screen are the variable parts of its address.
type Loaded = Promise<{ default: Component<Record<string, string>> }>;
const as = (module: Promise<unknown>): Loaded => module as Loaded;
// Screens of agreements and what follows from them have many words of their own, which come along with them.
const spoken = async (module: Promise<unknown>, ...own: ('origin' | 'training')[]): Loaded => { const [one] = await Promise.all([as(module), speak_more(), speak_more('agreements'), ...own.map(speak_more)]); return one; };

export const screens: Screen[] = [
  screen('/', 'home', () => as(import('../desks/conference/Home.svelte'))),
  screen('/measure/:measure', 'home', () => as(import('../desks/conference/Measure.svelte'))),
  screen('/evidence', 'evidence', () => as(import('../desks/conference/Evidence.svelte'))),
  screen('/evidence/file', 'evidence', () => as(import('../desks/conference/EvidenceFile.svelte'))),
  screen('/verify-queue', 'verify', () => as(import('../desks/conference/VerifyQueue.svelte'))),
  screen('/items', 'verify', () => as(import('../desks/conference/Items.svelte'))),
  screen('/item/:item', 'verify', () => as(import('../desks/conference/Item.svelte'))),
  screen('/dossier', 'dossier', () => as(import('../desks/conference/Dossier.svelte'))),
  screen('/rounds', 'rounds', () => as(import('../desks/reporting/Rounds.svelte'))),
  screen('/rounds/:round', 'rounds', () => as(import('../desks/reporting/Round.svelte'))),
  screen('/rounds/:round/:body', 'rounds', () => as(import('../desks/reporting/Request.svelte'))),
  screen('/conference', 'conference', () => as(import('../desks/meetings/Sessions.svelte'))),
  screen('/conference/:session', 'conference', () => as(import('../desks/meetings/Session.svelte'))),
  screen('/conference/:session/minutes', 'conference', () => as(import('../desks/meetings/Minutes.svelte'))),
  screen('/problems', 'problems', () => as(import('../desks/meetings/Problems.svelte'))),
  screen('/lists', 'lists', () => as(import('../desks/planning/Lists.svelte'))),
  screen('/lists/:list', 'lists', () => as(import('../desks/planning/List.svelte'))),
  screen('/translations', 'translations', () => as(import('../desks/translation/Translations.svelte'))),
  screen('/terms', 'translations', () => as(import('../desks/translation/Terms.svelte'))),
  screen('/agreements', 'agreements', () => spoken(import('../desks/accords/Agreements.svelte'))),
  screen('/agreement', 'agreements', () => spoken(import('../desks/accords/Instrument.svelte'))),
  screen('/coverage', 'coverage', () => spoken(import('../desks/accords/Coverage.svelte'))),
  screen('/withholding', 'withholding', () => spoken(import('../desks/withholding/Withholding.svelte'))),
  screen('/stay', 'stay', () => spoken(import('../desks/stay/Stay.svelte'))),
  screen('/origin', 'origin', () => spoken(import('../desks/origin/Sheet.svelte'), 'origin')),
  screen('/origin/sheet', 'origin', () => spoken(import('../desks/origin/Sheet.svelte'), 'origin')),
  screen('/origin/certificates', 'origin', () => spoken(import('../desks/origin/Certificates.svelte'), 'origin')),
  screen('/origin/certificate', 'origin', () => spoken(import('../desks/origin/Certificate.svelte'), 'origin')),
  screen('/origin/traders', 'origin', () => spoken(import('../desks/origin/Traders.svelte'), 'origin')),
  screen('/origin/windows', 'origin', () => spoken(import('../desks/origin/Windows.svelte'), 'origin')),
  screen('/origin/sets', 'origin', () => spoken(import('../desks/origin/Sets.svelte'), 'origin')),
  screen('/training', 'training', () => spoken(import('../desks/training/Training.svelte'), 'training')),
  screen('/training/event', 'training', () => spoken(import('../desks/training/Event.svelte'), 'training')),
  screen('/journal', 'journal', () => as(import('../journal/Journal.svelte'))),
  screen('/journal/:entry', 'journal', () => as(import('../journal/EntryPage.svelte'))),
  screen('/figure', 'journal', () => as(import('../journal/Figure.svelte'))),
  screen('/directory', 'directory', () => as(import('../desks/directory/Directory.svelte'))),
  screen('/calendar', 'calendar', () => as(import('../desks/calendar/Calendar.svelte'))),
  screen('/people', 'people', () => as(import('../desks/access/People.svelte'))),
  screen('/search', 'search', () => as(import('./Search.svelte'))),
  screen('/settings', 'settings', () => as(import('./Settings.svelte'))),
  screen('/sign-in', 'sign-in', () => as(import('./SignIn.svelte'))),
  screen('/everything', 'everything', () => as(import('../derived/Everything.svelte'))),
  screen('/do/:desk/:verb', 'everything', () => as(import('../derived/Order.svelte'))),
  screen('/see/:desk/:noun', 'everything', () => as(import('../derived/View.svelte'))),
];

export function find(path: string): { screen: Screen; given: Record<string, string> } | null {
  for (const one of screens) {
    const match = one.path.exec(path);
    if (match) return { screen: one, given: Object.fromEntries(one.names.map((name, at) => [name, decodeURIComponent(match[at + 1]!)])) };
  }
  return null;
}

// The rooms at the side, in the order of the work: what is, what comes in, what is decided, the record.
export const rooms: { group: string; rooms: { room: string; path: string; signed_in?: boolean }[] }[] = [
  { group: 'work', rooms: [
    { room: 'home', path: '/' }, { room: 'evidence', path: '/evidence', signed_in: true }, { room: 'rounds', path: '/rounds', signed_in: true },
    { room: 'verify', path: '/verify-queue', signed_in: true }, { room: 'problems', path: '/problems' }] },
  { group: 'meet', rooms: [
    { room: 'conference', path: '/conference' }, { room: 'dossier', path: '/dossier' }, { room: 'lists', path: '/lists' }, { room: 'translations', path: '/translations' }] },
  { group: 'agreed', rooms: [
    { room: 'agreements', path: '/agreements' }, { room: 'coverage', path: '/coverage' }, { room: 'withholding', path: '/withholding' },
    { room: 'stay', path: '/stay' }, { room: 'origin', path: '/origin' }, { room: 'training', path: '/training' }] },
  { group: 'record', rooms: [
    { room: 'journal', path: '/journal' }, { room: 'directory', path: '/directory' }, { room: 'calendar', path: '/calendar' },
    { room: 'people', path: '/people', signed_in: true }, { room: 'everything', path: '/everything' }, { room: 'settings', path: '/settings' }] },
];
