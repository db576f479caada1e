// The names of jurisdictions in the order zh_hant, zh_hans, pt, en; taken from data/directory when the app is built.
declare module 'virtual:places' {
  const names: Record<string, [string, string, string, string]>;
  export default names;
}
