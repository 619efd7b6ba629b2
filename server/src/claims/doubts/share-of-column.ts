import { NAMED } from '../candidates.ts';
import { columnStats } from '../column-stats.ts';
import { isPercent, type Quantity } from '../quantity.ts';
import type { CellNumberRef } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

const OF = /^\s?of\s(?:the|its|their)\s$/iu;

/** `pays 60 % of the budget of A`, where a column tells the budgets: a share of that, and no value of another column. */
export const isShareOfColumn = (view: SentenceView, quantity: Quantity, cell: CellNumberRef): boolean =>
  isPercent(quantity) &&
  view.tables.some(({ table }) =>
    view.naming(table).mentions.some(({ label, quality, words: at }) => {
      if (label.axis !== 'column' || quality < NAMED) return false;
      const { start } = view.reading.words[at[0]!]!;
      const { percent, unit } = columnStats(table)[label.ids[0]!]!;
      const isOwn = table === cell.scoped.table && label.ids[0] === cell.number.column;
      return (
        !isOwn &&
        !percent &&
        unit !== '%' &&
        start >= quantity.unitEnd &&
        OF.test(view.reading.block.text.slice(quantity.unitEnd, start))
      );
    }),
  );
