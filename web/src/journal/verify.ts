// The check of an entry in this browser, with nothing but WebCrypto: the hash of the entry, its way up the
// tree (RFC 6962), and the signature on the checkpoint (C2SP signed note, Ed25519).

const decoder = new TextDecoder();
const encoder = new TextEncoder();
export const hex = (octets: Uint8Array): string => Array.from(octets, (one) => one.toString(16).padStart(2, '0')).join('');
export const unhex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (one) => parseInt(one, 16));
const unbase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const joined = (...all: Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(all.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of all) { out.set(one, at); at += one.length; }
  return out;
};
const sha256 = async (octets: Uint8Array): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.digest('SHA-256', octets as BufferSource));
export const leaf_of = (entry: Uint8Array): Promise<Uint8Array> => sha256(joined(Uint8Array.of(0), entry));
const node_of = (left: Uint8Array, right: Uint8Array): Promise<Uint8Array> => sha256(joined(Uint8Array.of(1), left, right));

export interface Checkpoint { text: string; origin: string; size: bigint; root: Uint8Array; signatures: { name: string; hash: string; value: Uint8Array }[] }
export function read_checkpoint(note: string): Checkpoint {
  const end = note.indexOf('\n\n');
  if (end < 0) throw new Error('checkpoint');
  const text = note.slice(0, end + 1);
  const [origin, size, root] = text.split('\n');
  const signatures = note.slice(end + 2).split('\n').filter((line) => line.startsWith('— ')).map((line) => {
    const [, name, encoded] = line.split(' ');
    const octets = unbase64(encoded!);
    return { name: name!, hash: hex(octets.slice(0, 4)), value: octets.slice(4) };
  });
  return { text, origin: origin!, size: BigInt(size!), root: unbase64(root!), signatures };
}

export interface Proof { index: bigint; hashes: Uint8Array[]; checkpoint: Checkpoint }
export function read_proof(text: string): Proof {
  const lines = text.split('\n');
  if (lines[0] !== 'c2sp.org/tlog-proof@v1') throw new Error('proof');
  const index_at = lines.findIndex((line) => line.startsWith('index '));
  const gap = lines.indexOf('', index_at);
  return { index: BigInt(lines[index_at]!.slice(6)), hashes: lines.slice(index_at + 1, gap).map(unbase64), checkpoint: read_checkpoint(lines.slice(gap + 1).join('\n')) };
}

// RFC 9162, 2.1.3.2: the root that this leaf at this index would have in a tree of this size.
export async function root_from(leaf: Uint8Array, index: bigint, size: bigint, hashes: Uint8Array[]): Promise<Uint8Array | null> {
  if (index >= size) return null;
  let fn = index, sn = size - 1n, root = leaf;
  for (const one of hashes) {
    if (sn === 0n) return null;
    if ((fn & 1n) === 1n || fn === sn) {
      root = await node_of(one, root);
      while ((fn & 1n) === 0n && fn !== 0n) { fn >>= 1n; sn >>= 1n; }
    } else root = await node_of(root, one);
    fn >>= 1n; sn >>= 1n;
  }
  return sn === 0n ? root : null;
}

// RFC 6962, 2.1: the root of all leaves, a level at a time; an odd one at the end moves up as it is.
export async function root_of(leaves: Uint8Array[]): Promise<Uint8Array> {
  if (leaves.length === 0) return sha256(new Uint8Array());
  let level = leaves;
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    // So many at once that the browser has work, and not so many that it has only promises.
    for (let at = 0; at + 1 < level.length; at += 2048) {
      const pairs: Promise<Uint8Array>[] = [];
      for (let i = at; i + 1 < Math.min(level.length, at + 2048); i += 2) pairs.push(node_of(level[i]!, level[i + 1]!));
      above.push(...await Promise.all(pairs));
    }
    if (level.length % 2 === 1) above.push(level.at(-1)!);
    level = above;
  }
  return level[0]!;
}

// C2SP tlog-tiles: the addresses of all hashes of leaves, 256 a tile, the last one as wide as it is.
export function tiles_of(size: bigint): string[] {
  const all: string[] = [];
  const name = (index: number): string => (index >= 1000 ? `${name(Math.floor(index / 1000)).replace(/(\d{3})$/, 'x$1')}/` : '') + String(index % 1000).padStart(3, '0');
  for (let index = 0; BigInt(index) * 256n < size; index += 1) {
    const width = size - BigInt(index) * 256n;
    all.push(`/tile/0/${name(index)}${width < 256n ? `.p/${width}` : ''}`);
  }
  return all;
}

export const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

// "name+hash+base64(0x01 key)": the key by which a person outside trusts this log.
export function read_key(text: string): { name: string; hash: string; key: Uint8Array } | null {
  const match = /^(.+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim());
  if (!match) return null;
  const octets = unbase64(match[3]!);
  return octets.length === 33 && octets[0] === 1 ? { name: match[1]!, hash: match[2]!, key: octets.slice(1) } : null;
}

// Whether the log's own key has signed; null where this browser has no Ed25519.
export async function is_signed(checkpoint: Checkpoint, key: { name: string; hash: string; key: Uint8Array }): Promise<boolean | null> {
  const expected = hex((await sha256(joined(encoder.encode(`${key.name}\n`), Uint8Array.of(1), key.key))).slice(0, 4));
  if (expected !== key.hash) return false;
  const found = checkpoint.signatures.find((one) => one.name === key.name && one.hash === key.hash);
  if (!found) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', key.key as BufferSource, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, imported, found.value as BufferSource, encoder.encode(checkpoint.text));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    throw error;
  }
}
export { decoder };
