import type { Quantity } from './quantity.ts';
import type { Sentence } from './reading.ts';
import type { ScopedTable } from './scoped.ts';

const SETTINGS = new Set(['a setting', 'a test statistic']);
const SYMBOL = /(?<![\p{L}\d])([\p{L}][\p{L}\d²₀-₉']{0,2})\s?(?:=|≈)\s?(?:[-+−]?\d*\.\d+%?,\s?)*[-+−]?$/u;
/** A probability says how sure something is, and is given for more than tables have. */
const PROBABILITY = /^p$/i;
/** In characters. */
const BEFORE = 60;

/** A number that a text alone takes for a setting, and that a table may know. */
export const mayBeOfColumn = ({ noClaim, decimals }: Quantity): boolean =>
  noClaim !== undefined && SETTINGS.has(noClaim) && decimals > 0;

/**
 * A sentence whose numbers behind a symbol (`d = 0.36`, `ρ = 0.51, 0.72`) claim something where a column of a table in scope is
 * called so. In a text alone they are settings.
 */
export function withSymbolColumns(
  sentence: Sentence,
  text: string,
  tables: readonly ScopedTable[],
): Sentence {
  const isNamed = (quantity: Quantity): boolean => {
    if (!mayBeOfColumn(quantity)) return false;
    const before = text.slice(Math.max(sentence.start, quantity.start - BEFORE), quantity.start);
    const symbol = SYMBOL.exec(before)?.[1];
    return (
      symbol !== undefined && !PROBABILITY.test(symbol) && tables.some(scoped => hasColumn(scoped, symbol))
    );
  };
  const { quantities } = sentence;
  if (!quantities.some(isNamed)) return sentence;
  return {
    start: sentence.start,
    end: sentence.end,
    from: sentence.from,
    to: sentence.to,
    quantities: quantities.map(quantity =>
      isNamed(quantity) ? { ...quantity, noClaim: undefined } : quantity,
    ),
  };
}

/** A column of numbers has the symbol for its header, or as the last word of it: `d`, `Valid. ρ`. */
const hasColumn = ({ table, labels }: ScopedTable, symbol: string): boolean =>
  labels.measures.some(column => {
    const { header } = table.columns[column]!;
    return header === symbol || header.endsWith(` ${symbol}`) || header.endsWith(`(${symbol})`);
  });
