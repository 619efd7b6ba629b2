import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anchorOfCell, anchorOfRow } from '../../../server/src/tables/cell-anchor.ts';
import { readFragment } from '../../../server/src/tables/expression.ts';
import { readTable } from '../../../server/src/tables/read-table.ts';
import type { Table } from '../../../server/src/tables/table.ts';

const anchors = (table: Table, column: number): (string | undefined)[] =>
  table.rows.map((_, row) => anchorOfCell(table, row, column));

/** The cell that an anchor names, as printed; what is wrong with it otherwise. */
function found(table: Table, anchor: string): string {
  const read = readFragment(table, anchor);
  if (read.kind === 'cell') return table.rows[read.place.row]![read.place.column]!.text;
  return read.kind === 'problem' ? read.problem.message : read.kind;
}

test('anchor: the first label where it tells the row, further ones where it does not', () => {
  const table = readTable(
    'x.csv',
    'training,biased,mask provided fact\nSFT,5%,71.2\nSFT,10%,64.0\nDPO,5%,80.1\nnone,0%,85.5\n',
    { keys: ['biased'] },
  );
  assert.deepEqual(anchors(table, 2), [
    'sft+5-pct/mask-provided-fact',
    'sft+10-pct/mask-provided-fact',
    'dpo/mask-provided-fact',
    'none/mask-provided-fact',
  ]);
  assert.equal(found(table, 'sft+5-pct/mask-provided-fact'), '71.2');
});

test('anchor: names of models, amounts with a sign, thousands', () => {
  const table = readTable(
    'x.csv',
    'model,shift,users,total\nLlama-3.1-8B-Instruct,-0.5,"1,234",34.46\nLlama-3.1-8B-Instruct,+0.5,"1,234",35.10\nQwen2.5-7B,+0.5,800,12.00\n',
  );
  assert.deepEqual(anchors(table, 3), [
    'llama-3.1-8b-instruct+minus-0.5/total',
    'llama-3.1-8b-instruct+plus-0.5/total',
    'qwen2.5-7b/total',
  ]);
});

test('anchor: a key that stands in two columns takes its header', () => {
  const table = readTable('x.csv', 'home,away,goals\nLund,Falun,2\nFalun,Lund,1\n');
  assert.deepEqual(anchors(table, 2), ['lund+falun+2/goals', 'falun+lund+1/goals']);
  const twice = readTable('x.csv', 'home,away\nLund,Falun\nFalun,Lund\n');
  assert.deepEqual(anchors(twice, 1), ['home=lund+falun/away', 'home=falun+lund/away']);
  assert.equal(found(twice, 'home=lund/away'), 'Falun');
  assert.equal(found(twice, 'lund/away'), '2 rows fit "lund": "Lund, Falun" and "Falun, Lund"');
});

test('anchor: true twins have none', () => {
  const table = readTable('x.csv', 'a,b\nx,1\nx,1\ny,2\n');
  assert.deepEqual(anchors(table, 1), [undefined, undefined, 'y/b']);
  assert.equal(found(table, 'x/b'), '2 rows fit "x": "x, 1" and "x, 1"');
});

test('anchor: outside of the table there is none', () => {
  const table = readTable('x.csv', 'a,b\nx,1\n');
  assert.equal(anchorOfCell(table, 1, 0), undefined);
  assert.equal(anchorOfCell(table, 0, 2), undefined);
  assert.equal(anchorOfRow(table, -1), undefined);
});

test('anchor: keys in any order, as slugs or as written, and dropped where the rest is enough', () => {
  const table = readTable('x.csv', 'model,split,score\nAda,dev,71.2\nAda,test,70.9\nBea,dev,64.0\n');
  for (const anchor of [
    'ada+test/score',
    'test+ada/score',
    'Ada+test/Score',
    'test/score',
    'split=test/score',
  ])
    assert.equal(found(table, anchor), '70.9', anchor);
});

test('anchor: a blank label counts as the one above it', () => {
  const table = readTable('x.csv', 'group,answer,share\nYoung,yes,40\n,no,60\nOld,yes,55\n,no,45\n');
  assert.deepEqual(anchors(table, 2), ['young+yes/share', 'young+no/share', 'old+yes/share', 'old+no/share']);
  assert.equal(found(table, 'old+no/share'), '45');
});

/** Tables with few different values, so that rows are alike and keys stand in several columns. */
const header = fc.uniqueArray(fc.constantFrom('name', 'kind', 'rate (%)', 'n', '2019', 'row', 'Ω'), {
  minLength: 2,
  maxLength: 5,
});
const value = fc.constantFrom(
  'a',
  'b',
  'A+',
  'x y',
  '5%',
  '10',
  '1,234',
  '-0.5',
  '+0.5',
  '0.5',
  '3.25',
  'n/a',
);
const randomTable = header.chain(headers =>
  fc.tuple(
    fc.constant(headers),
    fc.array(fc.tuple(...headers.map(() => value)), { minLength: 1, maxLength: 8 }),
  ),
);

const csv = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headers, ...rows].map(row => row.map(text => `"${text}"`).join(',')).join('\n');

test('anchor: what we write finds exactly its cell, in whatever order rows and columns stand', () => {
  fc.assert(
    fc.property(randomTable, fc.infiniteStream(fc.nat({ max: 1000 })), ([headers, rows], random) => {
      const shuffled = <Item>(items: readonly Item[]): Item[] =>
        items
          .map(item => [random.next().value as number, item] as const)
          .sort(([a], [b]) => a - b)
          .map(([, item]) => item);
      const table = readTable('x.csv', csv(headers, rows));
      const order = shuffled(headers.map((_, index) => index));
      const other = readTable(
        'x.csv',
        csv(
          order.map(index => headers[index]!),
          shuffled(rows).map(row => order.map(index => row[index]!)),
        ),
      );
      fc.pre(table.headerRows === 1 && other.headerRows === 1);
      table.rows.forEach((row, at) => {
        headers.forEach((name, column) => {
          const anchor = anchorOfCell(table, at, column);
          const twins = table.rows.filter(
            cells =>
              JSON.stringify(cells.map(cell => cell.text)) === JSON.stringify(row.map(cell => cell.text)),
          );
          if (twins.length > 1) {
            assert.equal(anchor, undefined);
            return;
          }
          if (anchor === undefined) return;
          const own = readFragment(table, anchor);
          assert.deepEqual(own, { kind: 'cell', place: { row: at, column } });
          const read = readFragment(other, anchor);
          assert.equal(read.kind, 'cell', `${anchor} in\n${JSON.stringify(other.rows)}`);
          if (read.kind !== 'cell') return;
          const moved = other.rows[read.place.row]!;
          assert.equal(other.columns[read.place.column]!.header, name);
          const back = headers.map(header => moved[order.indexOf(headers.indexOf(header))]!.text);
          assert.deepEqual(
            back,
            row.map(cell => cell.text),
          );
        });
      });
    }),
    { numRuns: 1000 },
  );
});

test('anchor: every row that differs from all others has one', () => {
  fc.assert(
    fc.property(randomTable, ([headers, rows]) => {
      const table = readTable('x.csv', csv(headers, rows));
      fc.pre(table.headerRows === 1);
      const key = (row: number): string => JSON.stringify(table.rows[row]!.map(({ text }) => text));
      const keys = table.rows.map((_, row) => key(row));
      table.rows.forEach((_, row) => {
        const isTwin = keys.filter(other => other === keys[row]).length > 1;
        assert.equal(anchorOfRow(table, row) === undefined, isTwin, key(row));
      });
    }),
    { numRuns: 1000 },
  );
});
