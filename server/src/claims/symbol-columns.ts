import type { Quantity } from './quantity.ts';
import type { Sentence } from './reading.ts';
import type { ScopedTable } from './scoped.ts';

const SETTINGS = new Set(['a setting', 'a test statistic']);
const SYMBOL = /(?<![\p{L}\d])([\p{L}][\p{L}\d²₀-₉']{0,2})\s?(?:=|≈)\s?(?:[-+−]?\d*\.\d+%?,\s?)*[-+−]?$/u;
/** A probability says how sure something is, and is given for more than tables have. */
const PROBABILITY = /^p$/i;
/** In characters. */
const BEFORE = 60;

/** `peaked at number 34`, `finished in position 2`: a place is a claim, what is numbered is none. */
const PLACE =
  /(?<!\p{L})(?:(?:peak|reach|rank|finish|plac|climb|ros|debut|charted)\p{L}*\s(?:at\s|in\s|to\s|as\s)?|(?:and|is|was|with|got\sto|went\sto)\s)(?:number|position|place|rank|no\.?)\s$/iu;

/** `came home in position 3`, `took the boat to number 4`, where the table has a column of places. */
const IN_PLACE = /(?<!\p{L})(?:at|in|to|as|is|was|wears)\s(?:number|position|pos\.?|place|rank|no\.?)\s$/iu;
const PLACES =
  /(?<!\p{L})(?:pos|position|places?|ranks?|ranking|finish|peak|charts?|standing|number|no|qualifying|grid)(?!\p{L})/iu;

const hasPlaces = ({ table }: ScopedTable): boolean =>
  table.columns.some(({ header }) => PLACES.test(header));

/** A number that a text alone takes for a setting or a label, and that a table may know. */
export const mayBeOfColumn = ({ noClaim, decimals }: Quantity): boolean =>
  noClaim !== undefined && (noClaim === 'a label' ? decimals === 0 : SETTINGS.has(noClaim) && decimals > 0);

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
    if (quantity.noClaim === 'a label')
      return PLACE.test(before) || (IN_PLACE.test(before) && tables.some(hasPlaces));
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

/** A column of numbers has the symbol for a word of its header: `d`, `Valid. ρ`, `Pearson r [95% CI]`. */
const hasColumn = ({ table, labels }: ScopedTable, symbol: string): boolean =>
  labels.measures.some(column => table.columns[column]!.header.split(/[\s()[\],]+/).includes(symbol));
