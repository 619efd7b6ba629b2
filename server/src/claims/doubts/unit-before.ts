import type { Judgement } from '../judgement.ts';
import type { Quantity } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

const ON_ONE_AND =
  /^\s\p{Ll}{3,}\s(?:on|for|in|at|with|under)\s[^,;.()\d]{1,40}(?:,|\sand|\svs\.?|\sversus)\s(?:about\s|only\s|[~≈])?$/iu;
const ON_ANOTHER = /^\s(?:on|for|in|at|with|under)\s/iu;

/** `took 17.5 hours on A and 19.5 on B`, where no cell has the 17.5: the second has the unit of the first, whatever column is named. */
export const hasUnitBefore = (
  { reading, sentence }: SentenceView,
  quantity: Quantity,
  judged: ReadonlyMap<Quantity, Judgement>,
): boolean => {
  if (quantity.unit !== '' || !ON_ANOTHER.test(reading.block.text.slice(quantity.end, sentence.end)))
    return false;
  const before = sentence.quantities.findLast(
    ({ noClaim, end }) => noClaim === undefined && end <= quantity.start,
  );
  return (
    before !== undefined &&
    ON_ONE_AND.test(reading.block.text.slice(before.end, quantity.start)) &&
    judged.get(before)?.verdict !== 'supported'
  );
};
