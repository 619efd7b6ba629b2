import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { pagePathsIn } from '../../../server/src/markdown/prose-scan.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { encloses, type Span } from '../../../server/src/text/span.ts';
import type { PageEdits } from '../../../server/src/wiki/moves/edits-by-page.ts';
import { moveEdits } from '../../../server/src/wiki/moves/move-edits.ts';
import { type Move, Moves } from '../../../server/src/wiki/moves/moves.ts';
import type { Page } from '../../../server/src/wiki/page.ts';
import { pageNamed, pageOfPath } from '../../../server/src/wiki/resolve.ts';
import { writtenDestinations } from '../../../server/src/wiki/targets.ts';
import type { Wiki } from '../../../server/src/wiki/wiki.ts';
import { wikiOf } from '../../support/wiki-of.ts';
import { anyFolder, anyMention, anyPath, pageText } from './random-wiki.ts';

const SCHEMA = `version: 1
extends: null
pages:
  note: { fields: { properties: { about: { type: array, items: { page: note } } } } }
`;

type Kind = 'link' | 'field' | 'table' | 'prose';
interface Lead {
  /** Undefined where it leads nowhere. */
  readonly path: string | undefined;
  readonly fragment?: string | undefined;
}

/** Everything in a page that leads somewhere. */
const leads = (wiki: Wiki, page: Page): Readonly<Record<Kind, readonly Lead[]>> => ({
  link: [...writtenDestinations(wiki, page)].map(({ target, destination }) => ({
    path: target.kind === 'page' ? target.page.path : target.kind === 'file' ? target.path : undefined,
    fragment: destination.kind === 'path' ? destination.fragment : undefined,
  })),
  field: page.names.map(({ name, type }) => ({
    path: pageNamed(wiki, page.path, name, type)?.path,
    fragment: undefined,
  })),
  table: page.tables.map(({ path }) => ({
    path: wiki.files.hasFile(path) ? path : undefined,
    fragment: undefined,
  })),
  prose: page.facts.pagePaths.map(({ path }) => ({
    path: pageOfPath(wiki, page.path, path)?.path,
    fragment: undefined,
  })),
});

/** The places in which an edit may change a page. */
const places = (wiki: Wiki, page: Page): readonly Span[] => [
  ...[...writtenDestinations(wiki, page)].map(({ pathSpan }) => pathSpan),
  ...page.names.map(({ span }) => span),
  ...page.tables.map(({ span }) => span),
  ...page.facts.pagePaths.map(({ span }) => span),
  ...page.facts.links.map(({ textSpan }) => textSpan),
];

function moved(files: ReadonlyMap<string, string>, moves: Moves, { edits }: PageEdits): Map<string, string> {
  return new Map(
    [...files].map(([path, text]) => [moves.newPath(path), applyEdits(text, edits.get(path) ?? [])] as const),
  );
}

const wiki = fc
  .uniqueArray(anyPath, { minLength: 3, maxLength: 9 })
  .chain(paths =>
    fc.tuple(
      ...paths.map(path =>
        path.endsWith('.md')
          ? fc
              .tuple(
                fc.constantFrom('', 'Plain', 'plain', 'Other'),
                fc.array(
                  fc.oneof(
                    anyMention,
                    anyMention.chain(mention =>
                      fc.constantFrom(...paths).map(target => ({ ...mention, target })),
                    ),
                    anyMention.chain(mention =>
                      fc.constantFrom(...paths).map(target => ({ ...mention, target })),
                    ),
                  ),
                  { maxLength: 6 },
                ),
              )
              .map(([title, mentions]) => [path, pageText(path, title, mentions)] as const)
          : fc.constant([path, 'a,b\n1,2\n'] as const),
      ),
    ),
  )
  .map(files => new Map<string, string>([['research-wiki.yaml', SCHEMA], ...files]));

/** Moves that can be made: of one to three files, of a folder, of two files that change places, of upper and lower case. */
function movesIn(files: ReadonlyMap<string, string>): fc.Arbitrary<readonly Move[]> {
  const paths = [...files.keys()].filter(path => path !== 'research-wiki.yaml');
  const inFolders = [
    ...new Set(paths.flatMap(path => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : []))),
  ];
  const some = fc
    .tuple(
      fc.subarray(paths, { minLength: 1, maxLength: 3 }),
      fc.uniqueArray(anyPath, { minLength: 3, maxLength: 3 }),
    )
    .map(([from, to]) => from.map((path, index) => ({ from: path, to: to[index]! })));
  const swap = fc.subarray(paths, { minLength: 2, maxLength: 2 }).map(([a, b]) => [
    { from: a!, to: b! },
    { from: b!, to: a! },
  ]);
  const otherCase = fc
    .constantFrom(...paths)
    .map(path => [
      { from: path, to: path.replace(/[^/]+$/, name => name.toUpperCase().replace('.MD', '.md')) },
    ]);
  const folder =
    inFolders.length === 0
      ? some
      : fc
          .tuple(
            fc.constantFrom(...inFolders),
            fc.oneof(anyFolder, fc.constantFrom('new', 'x/new', 'other one/new')),
          )
          .map(([from, to]) => [{ from, to }]);
  return fc.oneof(some, swap, otherCase, folder).filter(list => {
    const moves = new Moves(list);
    const after = [...files.keys()].map(path => moves.newPath(path));
    const folders = new Set(
      after.flatMap(path => path.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))),
    );
    return (
      moves.all.length > 0 &&
      new Set(after).size === after.length &&
      !after.some(path => folders.has(path)) &&
      !list.some(({ from, to }) => to.startsWith(`${from}/`) || from.startsWith(`${to}/`)) &&
      list.every(({ from, to }) => from.endsWith('.md') === to.endsWith('.md'))
    );
  });
}

suite('a move', () => {
  test('leaves everything on its target and changes nothing else', () => {
    fc.assert(
      fc.property(
        wiki.chain(files => fc.tuple(fc.constant(files), movesIn(files))),
        ([files, list]) => {
          const before = wikiOf(files);
          const moves = new Moves(list);
          const result = moveEdits(before, list);
          assert.deepEqual(result.stale, []);
          const after = wikiOf(moved(files, moves, result));
          for (const page of before.pages.values()) {
            const now = after.pages.get(moves.newPath(page.path))!;
            const found = leads(after, now);
            for (const [kind, expected] of Object.entries(leads(before, page)) as [Kind, readonly Lead[]][]) {
              // An index page has no type, and so no fields that name pages.
              if (kind === 'field' && (now.type === undefined || page.type === undefined)) continue;
              for (const [index, { path, fragment }] of expected.entries()) {
                if (path === undefined) continue;
                const wanted = moves.newPath(path);
                // A folder whose last file has gone is gone too, and one may get a page that answers for it.
                if (before.files.hasFolder(path)) continue;
                // Prose can say a page's path only in letters, digits, `_`, `.` and `-`.
                if (kind === 'prose' && !sayable(wanted)) continue;
                assert.deepEqual(
                  found[kind][index],
                  { path: wanted, fragment },
                  `${page.path}: ${kind} to ${path}`,
                );
              }
              if (kind !== 'prose') assert.equal(found[kind].length, expected.length);
            }
            for (const { span } of result.edits.get(page.path) ?? [])
              assert.ok(places(before, page).some(place => encloses(place, span)));
          }
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 400), seed: Number(process.env.SEED ?? 20260102) },
    );
  });
});

const sayable = (path: string): boolean => {
  const bare = path.replace(/\.md$/, '');
  return pagePathsIn(bare, 0, -1)[0]?.path === bare && !/_(?:\/|$)/.test(bare);
};
