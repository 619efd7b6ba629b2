import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { rename } from '../../../server/src/features/rename/rename.ts';
import { renameTargetAt } from '../../../server/src/features/rename/rename-target.ts';
import { selectionTexts } from '../../../server/src/tables/expression.ts';
import { readSelection } from '../../../server/src/tables/fragment.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { targetsOf } from '../../../server/src/wiki/targets.ts';
import type { Wiki } from '../../../server/src/wiki/wiki.ts';
import { factsOf, wikiOf } from '../../support/wiki-of.ts';

const TABLE = 'data/t.csv';
const PAGE = 'findings/a.md';

/** Labels with the same slug, with quotes and delimiters, that are numbers, and none at all. */
const LABELS = ['SFT', 'sft', 'KTO', 'a, b', '"q"', '5%', '10%', '', '−0.5', 'ä b', '7'];
const label = fc.constantFrom(...LABELS);
const table = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('training', 'mixture', 'total', 'Total', 'SFT', 'rate (%)'), {
      minLength: 3,
      maxLength: 5,
    }),
    fc.array(fc.tuple(label, label, fc.nat(99), fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 6 }),
  )
  .map(([header, rows]) => [header, ...rows.map(row => row.slice(0, header.length).map(String))]);

const field = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvOf = (records: readonly (readonly string[])[]) =>
  records.map(record => `${record.map(field).join(',')}\n`).join('');

const slugs = fc.constantFrom('sft', 'kto', 'a-b', 'q', '5-pct', '10-pct', 'minus-0.5', 'ä-b', '7', 'row=1');
const columns = fc.constantFrom('training', 'mixture', 'total', 'total-2', 'sft', 'rate-pct');
const selection = fc.oneof(
  slugs,
  fc.tuple(slugs, columns).map(([row, column]) => `${row}/${column}`),
  fc.tuple(slugs, slugs, columns).map(([a, b, column]) => `${a}+${b}/${column}`),
  fc.tuple(columns, slugs, columns).map(([header, key, column]) => `${header}=${key}/${column}`),
  columns.map(column => `/${column}`),
);
const fragment = fc.oneof(
  selection,
  fc.tuple(selection, selection).map(([a, b]) => `difference(${a},${b})`),
  fc.tuple(slugs, columns).map(([key, column]) => `mean(${key}+*/${column})`),
);

/** What each anchor of the page names, as rows and columns. */
const named = (wiki: Wiki) =>
  targetsOf(wiki, wiki.pages.get(PAGE)!).map(({ destination }) => {
    assert.equal(destination.kind, 'path');
    return selectionTexts(destination.fragment ?? '').map(({ text, several }) => {
      const read = readSelection(wiki.sources.tableAt(TABLE)!, text, { several });
      return 'problem' in read ? 'nothing' : read.selection;
    });
  });

/** Where the label that a rename begins at stands: a header, a cell, or an anchor of the page. */
const start = fc.tuple(fc.constantFrom(TABLE, PAGE), fc.nat());

suite('a rename of any label of any table', () => {
  test('leaves every anchor on its cells', () => {
    let renames = 0;
    fc.assert(
      fc.property(
        table,
        fc.array(fragment, { minLength: 1, maxLength: 8 }),
        start,
        fc.constantFrom(...LABELS, 'new name', 'total-2', 'x|y'),
        (records, fragments, [path, at], name) => {
          const texts = new Map([
            [TABLE, csvOf(records)],
            [PAGE, fragments.map(each => `[it](../${TABLE}#${each})\n`).join('\n')],
          ]);
          const before = wikiOf(texts);
          const offset = at % (texts.get(path)!.length + 1);
          const target = renameTargetAt(before, path, offset);
          if (target?.kind !== 'table-label') return;
          const result = rename(before, path, target, name, {
            factsOf,
            tableText: each => texts.get(each),
          });
          if ('refused' in result) return;
          renames++;
          const after = new Map(
            [...texts].map(([each, text]) => [each, applyEdits(text, result.edits.get(each) ?? [])]),
          );
          const now = named(wikiOf(after)).flat();
          named(before)
            .flat()
            .forEach((was, index) => {
              // What named nothing may name something now.
              if (was !== 'nothing') assert.deepEqual(now[index], was);
            });
        },
      ),
      { numRuns: 2000, seed: 20260212 },
    );
    assert.ok(renames > 300, `only ${renames} renames were possible`);
  });
});
