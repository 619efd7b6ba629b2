import { isColumnsName } from './aggregate.ts';
import { NAMED } from './candidates.ts';
import type { Pair } from './derive.ts';
import { columnScore } from './fit.ts';
import type { Quantity } from './quantity.ts';
import { columnsSaid } from './said-column.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** Whether a change may be one of a pair: in the column that is said at the number, and of `on average` in one of means. */
export function inColumns(view: SentenceView, quantity: Quantity): (pair: Pair) => boolean {
  const inSaid = inSaidColumn(view, quantity);
  const inMeans = inColumnOfMeans(view, quantity);
  return pair => inSaid(pair) && inMeans(pair);
}

/** `by 35.4 % in BLEU`: the column is said right at the number; two cells of others are not what it compares. */
function inSaidColumn(view: SentenceView, quantity: Quantity): (pair: Pair) => boolean {
  const said = new Map(view.tables.map(scoped => [scoped, columnsSaid(view, quantity, scoped)] as const));
  return ({ a, b }) => {
    const columns = said.get(a.scoped) ?? [];
    return columns.length === 0 || columns.includes(a.number.column) || columns.includes(b.number.column);
  };
}

/** `on average 1.0 point better`, where a column of means is named: of that one. */
function inColumnOfMeans(view: SentenceView, { aggregate }: Quantity): (pair: Pair) => boolean {
  if (aggregate !== 'mean') return () => true;
  const means = new Map(view.tables.map(scoped => [scoped, namedMeans(view, scoped)] as const));
  return ({ a, b }) => {
    const columns = means.get(a.scoped) ?? [];
    return columns.length === 0 || [a, b].every(({ number }) => columns.includes(number.column));
  };
}

const namedMeans = (view: SentenceView, scoped: ScopedTable): readonly number[] =>
  scoped.labels.measures.filter(
    column => isColumnsName({ scoped, column }) && columnScore(view, scoped, column) >= NAMED,
  );
