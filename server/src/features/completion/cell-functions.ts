import { FUNCTIONS, PAIRS, readFragment } from '../../tables/expression.ts';
import { columnLabel } from '../../tables/labels.ts';
import type { Table } from '../../tables/table.ts';
import type { Completion } from './completion.ts';

export type AnchorItem = Pick<Completion, 'label' | 'description' | 'newText' | 'caret'>;

const MEANINGS = {
  change: 'from the first cell to the second, in %',
  difference: 'the second cell less the first',
  ratio: 'the first cell by the second',
} as const;

/** The functions over two cells, to be filled in, and those over a whole column with what they give. */
export function functionItems(table: Table): readonly AnchorItem[] {
  const pairs = Object.entries(MEANINGS).map(([name, meaning]) => ({
    label: `${name}(…)`,
    description: meaning,
    newText: `${name}()`,
    caret: name.length + 1,
  }));
  const columns = table.columns.filter(({ isLabel }) => !isLabel);
  const totals = FUNCTIONS.filter(name => !PAIRS.has(name)).flatMap(name =>
    columns.flatMap(({ index, slug }) => {
      const newText = `${name}(*/${slug})`;
      const value = resultOf(table, newText);
      return value === undefined
        ? []
        : [{ label: `${name} of ${columnLabel(table, index)}`, description: value, newText }];
    }),
  );
  return [...pairs, ...totals];
}

/** What an expression gives, with as many decimals as its cells have and two more; undefined where it gives nothing. */
export function resultOf(table: Table, expression: string): string | undefined {
  const read = readFragment(table, expression);
  if (read.kind !== 'expression') return undefined;
  const shown = String(Number(read.value.toFixed(read.decimals + 2)));
  return read.name === 'change' ? `${shown} %` : shown;
}
