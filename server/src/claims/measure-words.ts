import type { Table } from '../tables/table.ts';
import { dimensionOf } from '../tables/units.ts';
import { columnStats } from './column-stats.ts';
import { canonical, normalized, wordsOf } from './words.ts';

/** What the sizes of things are called, with a unit that each kind is told in. One kind of thing may be said in all words of its line. */
const KINDS: readonly { readonly unit: string; readonly words: string }[] = [
  { unit: 'm', words: 'length long longest short shortest span distance' },
  { unit: 'm', words: 'height high highest tall tallest elevation altitude lowest' },
  { unit: 'm', words: 'depth deep deepest shallow shallowest' },
  { unit: 'm', words: 'width wide widest beam breadth narrow' },
  { unit: 'kg', words: 'weight weigh mass heavy heaviest lightest' },
  { unit: 'm²', words: 'area size surface large largest small smallest' },
  { unit: 'km/h', words: 'speed velocity fast fastest slowest' },
];
const kinds = KINDS.map(({ unit, words }) => ({
  dimension: dimensionOf(unit),
  words: new Set(words.split(' ').map(word => canonical(normalized(word)))),
}));

/**
 * True where words beside a number in a unit say what a column in that unit says in others: `24.13 metres long` beside
 * `LOA (metres)`, `stands 135 m tall` beside `Height (m)`; `20 m deep` is no elevation.
 */
export function isSaidInUnit(unit: string, said: readonly string[], table: Table): boolean {
  const dimension = dimensionOf(unit);
  const kind = kinds.find(
    kind => kind.dimension === dimension && said.some(norm => kind.words.has(canonical(norm))),
  );
  if (dimension < 0 || !kind) return false;
  const stats = columnStats(table);
  const columns = table.columns.filter(({ index }) => dimensionOf(stats[index]!.unit) === dimension);
  const kindOf = (header: string) =>
    kinds.find(
      ({ dimension: other, words }) =>
        other === dimension && wordsOf(header).some(({ norm }) => words.has(canonical(norm))),
    );
  return (
    columns.some(({ header }) => kindOf(header) === kind) ||
    (columns.length === 1 && kindOf(columns[0]!.header) === undefined)
  );
}
