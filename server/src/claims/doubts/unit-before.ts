import type { Judgement } from '../judgement.ts';
import type { Quantity } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

const ON_ONE_AND =
  /^\s\p{Ll}{3,}\s(?:on|for|in|at|with|under)\s[^,;.()\d]{1,40}(?:,|\sand|\svs\.?|\sversus)\s(?:about\s|only\s|[~≈])?$/iu;
const ON_ANOTHER = /^\s(?:on|for|in|at|with|under)\s/iu;

const LIKE_THE = /^\s\p{Ll}{3,}(?:,\s|\s)[^;.()\d]{0,40}(?:to|than|as|with|against)\sthe\s$/iu;
const OF_ANOTHER = /^\s(?:of|for|in)\s/iu;

/**
 * `took 17.5 hours on A and 19.5 on B`, where no cell has the 17.5: the second has the unit of the first, whatever column is named;
 * so has that of `22.5 words, similar to the 22.7 of B`.
 */
export const hasUnitBefore = (
  { reading, sentence }: SentenceView,
  quantity: Quantity,
  judged: ReadonlyMap<Quantity, Judgement>,
): boolean => {
  if (quantity.unit !== '') return false;
  const before = sentence.quantities.findLast(
    ({ noClaim, end }) => noClaim === undefined && end <= quantity.start,
  );
  if (before === undefined || judged.get(before)?.verdict === 'supported') return false;
  const between = reading.block.text.slice(before.end, quantity.start);
  const behind = reading.block.text.slice(quantity.end, sentence.end);
  return (
    (ON_ONE_AND.test(between) && ON_ANOTHER.test(behind)) ||
    (LIKE_THE.test(between) && OF_ANOTHER.test(behind))
  );
};
