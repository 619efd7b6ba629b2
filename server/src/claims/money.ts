import type { Candidate } from './candidates.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

const CURRENCY = /[$€£¥]\s?$/u;
const OF_MONEY =
  /[$€£¥]|(?<!\p{L})(?:usd|eur|gbp|cost|price|fee|fare|rent|wage|salar|income|revenue|earning|gross|budget|spend|paid|pay|value|sales|profit|gdp|dollar|euro|pound|tuition|debt|loan|fund|expense|turnover|box office|prize|money|winnings)/iu;

/** The number is written as an amount of money: `$450`. */
export const isMoney = ({ reading, sentence }: SentenceView, { start }: Quantity): boolean =>
  CURRENCY.test(reading.block.text.slice(Math.max(sentence.start, start - 2), start));

/** The header says that a column holds amounts of money, by a sign or a word. */
export const saysMoney = (header: string): boolean => OF_MONEY.test(header);

/** The only column of a table that holds amounts of money, where the number is one. */
export function moneyColumn(
  view: SentenceView,
  quantity: Quantity,
  { table, labels }: ScopedTable,
): number | undefined {
  if (!isMoney(view, quantity)) return undefined;
  const [column, ...more] = labels.measures.filter(index => saysMoney(table.columns[index]!.header));
  return more.length === 0 ? column : undefined;
}

const IN_FULL = 0.9;

/** `€1.2 billion` beside a column of passengers: another column holds money, or none does and this one is named in part at most. */
export function isMoneyElsewhere(
  view: SentenceView,
  quantity: Quantity,
  { scoped: { table, labels }, number, column }: Candidate,
): boolean {
  if (!isMoney(view, quantity)) return false;
  const header = table.columns[number.column]!.header;
  const rowSays = labels.ofRow[number.row]!.some(({ text }) => saysMoney(text));
  if (saysMoney(header) || rowSays || /^\d+$/.test(header)) return false;
  const isHeld = labels.measures.some(index => saysMoney(table.columns[index]!.header));
  return isHeld || (/\p{L}/u.test(header) && column < IN_FULL);
}
