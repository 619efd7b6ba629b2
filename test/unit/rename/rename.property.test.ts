import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { rename } from '../../../server/src/features/rename/rename.ts';
import { renameTargetAt } from '../../../server/src/features/rename/rename-target.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { writtenDestinations } from '../../../server/src/wiki/targets.ts';
import type { Wiki } from '../../../server/src/wiki/wiki.ts';
import { factsOf, wikiOf } from '../../support/wiki-of.ts';

/** Headings that get the same anchor, or nearly, and some that are Markdown. */
const TITLES = [
  'Part',
  'part',
  'Part 1',
  'part-1',
  'Key *results*',
  'Übung',
  '🦊',
  '`code` & more',
  'A [link](a.md)',
  '1. Part',
];
const PATHS = ['a.md', 'x/b.md', 'x/c d.md'];

const heading = fc.tuple(fc.constantFrom('#', '##', '###'), fc.constantFrom(...TITLES));
const page = fc.record({
  title: fc.constantFrom('', 'title: Part\n', 'title: "Key results"\n'),
  headings: fc.array(heading, { minLength: 1, maxLength: 6 }),
  links: fc.array(
    fc.tuple(fc.nat(PATHS.length - 1), fc.nat(5), fc.boolean(), fc.constantFrom('it', 'Part', 'Key results')),
    { maxLength: 6 },
  ),
});

/** The pages with links to headings by their place, which only all headings together tell the anchor of. */
function textsOf(
  pages: readonly (typeof page extends fc.Arbitrary<infer P> ? P : never)[],
): Map<string, string> {
  const bare = pages.map(
    ({ title, headings }) =>
      `---\n${title}---\n\n${headings.map(([marks, text]) => `${marks} ${text}\n`).join('\n')}`,
  );
  const facts = bare.map(factsOf);
  return new Map(
    bare.map((text, index) => {
      const links = pages[index]!.links.map(([to, place, encoded, label]) => {
        const { headings } = facts[to]!;
        const slug = headings[place % headings.length]!.slug;
        const way =
          to === 0
            ? index === 0
              ? ''
              : '../a.md'
            : index === 0
              ? PATHS[to]!
              : PATHS[to]!.slice('x/'.length);
        return `- [${label}](${to === index ? '' : way.replaceAll(' ', '%20')}#${encoded ? encodeURIComponent(slug) : slug})\n`;
      });
      return [PATHS[index]!, `${text}\n${links.join('')}`] as const;
    }),
  );
}

/** Page and place of the heading that each link of each page leads to. */
const headingsMeant = (wiki: Wiki) =>
  [...wiki.pages.values()].map(each =>
    [...writtenDestinations(wiki, each)].map(({ target, destination }) => {
      if (target.kind !== 'page' || destination.kind !== 'path') return undefined;
      const at = target.page.facts.headings.findIndex(
        ({ slug }) => slug === destination.fragment?.toLowerCase(),
      );
      return at < 0 ? undefined : `${target.page.path} ${at}`;
    }),
  );

suite('a rename of any heading or title', () => {
  test('leaves every link on its heading', () => {
    fc.assert(
      fc.property(
        fc.tuple(page, page, page),
        fc.nat(2),
        fc.nat(6),
        fc.constantFrom(...TITLES, 'new', 'Part 2'),
        (pages, which, place, name) => {
          const texts = textsOf(pages);
          const before = wikiOf(texts);
          const path = PATHS[which]!;
          const { facts } = before.pages.get(path)!;
          const title = facts.frontMatter?.fields[0]?.value.span;
          const offset =
            place === 6 && title ? title.start : facts.headings[place % facts.headings.length]!.span.start;
          const target = renameTargetAt(before, path, offset);
          assert.ok(target);
          const result = rename(before, path, target, name, { factsOf, tableText: () => undefined });
          // A link in a heading would come or go with it.
          if ('refused' in result) return;
          const after = new Map(
            [...texts].map(([each, text]) => [each, applyEdits(text, result.edits.get(each) ?? [])]),
          );
          assert.deepEqual(headingsMeant(wikiOf(after)), headingsMeant(before));
        },
      ),
      { numRuns: 500, seed: 20260103 },
    );
  });
});
