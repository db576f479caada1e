// The log's key as this person trusts it: given by hand once (it comes from outside, else it would prove
// nothing) and kept in this browser.
class Key {
  text = $state('');
  constructor() { try { this.text = localStorage.getItem('ponte.log_key') ?? ''; } catch { /* for this visit */ } }
  keep(): void { try { localStorage.setItem('ponte.log_key', this.text); } catch { /* for this visit */ } }
}
export const trusted = new Key();
