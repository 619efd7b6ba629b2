/** A list of more is shown in parts: nobody reads it, and an editor that redraws it stutters. */
const MOST = 500;

/** The items of a long list that begin alike. */
export interface Part<Item> {
  /** What the names of its items begin with, in lower case; names the part in another request. */
  readonly key: string;
  /** The same as the items write it. */
  readonly label: string;
  readonly items: readonly Item[];
}

export interface Parted<Item> {
  readonly parts: readonly Part<Item>[];
  /** Those that are in no part, by name. */
  readonly items: readonly Item[];
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * A list by name, or, where it is long, in parts by the letters that follow what all names begin with. First letters, not
 * stretches of equal length: an item that comes or goes moves no other into another part. `within` is the key of a part.
 */
export function parted<Item>(
  all: readonly Item[],
  nameOf: (item: Item) => string,
  within = '',
): Parted<Item> {
  const named = all
    .map(item => ({ item, name: nameOf(item), key: nameOf(item).toLowerCase() }))
    .filter(({ key }) => key.startsWith(within));
  if (named.length <= MOST) return { parts: [], items: inOrder(named) };
  const shared = sharedStart(named.map(({ key }) => key));
  const buckets = new Map<string, Named<Item>[]>();
  for (const each of named) {
    const key = each.key.slice(0, shared + characterAt(each.key, shared).length);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(each);
    else buckets.set(key, [each]);
  }
  // A name that is no longer than what all begin with would be its own part for ever.
  const isPart = (key: string, bucket: readonly Named<Item>[]) => key.length > shared && bucket.length > 1;
  const parts = [...buckets].filter(([key, bucket]) => isPart(key, bucket));
  const alone = [...buckets].filter(([key, bucket]) => !isPart(key, bucket));
  return {
    parts: parts
      .sort(([a], [b]) => byName.compare(a, b))
      .map(([key, bucket]) => ({
        key,
        label: bucket[0]!.name.slice(0, key.length),
        items: bucket.map(({ item }) => item),
      })),
    items: inOrder(alone.flatMap(([, bucket]) => bucket)),
  };
}

interface Named<Item> {
  readonly item: Item;
  readonly name: string;
  readonly key: string;
}

const inOrder = <Item>(named: readonly Named<Item>[]): readonly Item[] =>
  [...named].sort((a, b) => byName.compare(a.name, b.name)).map(({ item }) => item);

const characterAt = (text: string, at: number): string =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';

/** How many UTF-16 units all keys begin with. */
function sharedStart(keys: readonly string[]): number {
  const first = keys[0] ?? '';
  let shared = first.length;
  for (const key of keys) {
    let own = 0;
    while (own < shared && key.charCodeAt(own) === first.charCodeAt(own)) own++;
    shared = own;
  }
  // Not between the halves of one character.
  return shared > 0 && /[\ud800-\udbff]/.test(first[shared - 1]!) ? shared - 1 : shared;
}
