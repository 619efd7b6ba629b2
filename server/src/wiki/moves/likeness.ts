import type { PageFacts } from '../../markdown/facts.ts';

/** With fewer things in it a page can't be known again. */
const FEWEST = 4;

/** How much two pages have in common of what they hold, from 0 to 1: fields, headings, texts of links, labels. */
export function likeness(a: PageFacts, b: PageFacts): number {
  if (a.length > 2 * b.length || b.length > 2 * a.length) return 0;
  const one = thingsIn(a);
  const other = thingsIn(b);
  if (one.size < FEWEST || other.size < FEWEST) return 0;
  let shared = 0;
  for (const thing of one) if (other.has(thing)) shared++;
  return shared / (one.size + other.size - shared);
}

const known = new WeakMap<PageFacts, ReadonlySet<string>>();

function thingsIn(facts: PageFacts): ReadonlySet<string> {
  let things = known.get(facts);
  if (!things) {
    const fields = Object.entries(facts.frontMatter?.data ?? {});
    things = new Set([
      ...fields.map(([key, value]) => `field ${key} ${JSON.stringify(value)}`),
      ...facts.headings.map(({ slug }) => `heading ${slug}`),
      ...facts.links.map(({ text }) => `link ${text}`),
      ...facts.definitions.map(({ identifier }) => `label ${identifier}`),
    ]);
    known.set(facts, things);
  }
  return things;
}
