import { clauseBefore, sentenceBefore, sentenceBehind } from '../clause.ts';
import type { Judgement } from '../judgement.ts';
import { isPercent, type Quantity } from '../quantity.ts';
import type { SentenceView } from '../view.ts';

const OR = /^\s?(?:\p{L}+\s?)?,?\s(?:or|that is,?|i\.e\.,?)\s[~≈]?$/u;

const FOR_ONE_AND = /^\s?%?\s(?:for|on|in|at|with)\s[^,;.()]{1,40}\sand\s(?:by\s)?[~≈]?$/iu;
const FOR_ANOTHER = /^\s(?:for|on|in|at|with)\s/iu;

/** `scored 306.60 points`: that many there were. */
const SCORED =
  /(?<!\p{L})(?:scor(?:es?|ed|ing)|collect(?:s|ed)?|receiv(?:es?|ed)|earn(?:s|ed)?|won|got|gets?|ha[sd]|have|with)\s(?:a total of\s)?$/iu;
const BY = /(?<!\p{L})by\s(?:about\s|only\s|some\s|[~≈])?$/iu;
const COMPARED =
  /^\s?(?:percentage\s)?(?:points?)?,?\s(?:compared (?:to|with)|against|vs\.?|versus)\s(?:only\s|just\s)?$/iu;
/** `gives up 3.4 points and plain rounding 7.9` */
const AND_OTHER =
  /^\s?(?:percentage\s)?(?:points?)?,?\s(?:and|but|while|whereas)\s(?:(?!(?:is|are|was|were|has|have|had|gets?|got|reach\p{L}*|achiev\p{L}*|obtain\p{L}*|scor\p{L}*|attain\p{L}*|yield\p{L}*|at|to|of|with)\s)[\p{L}\d.-]+\s){1,5}$/iu;
/** `by 5.6 points overall and 16.4 on unseen words` */
const AND_ON =
  /^(?:\s?(?:percentage\s)?points?)?(?:\s(?:overall|on average|in total|in all))?,?\sand\s(?:by\s)?[~≈]?$/iu;
const MUCH = 3;
const UP_TO = /^\s?(?:\([^()]*\)\s)?to\s[~≈]?$/iu;

/** `worth 2.4 points for A and 2.5 for B`, `costs it 2.4 (A) to 2.9 (B)`. */
export const goesOnAsChange = (view: SentenceView, quantity: Quantity): boolean => {
  const { reading, sentence } = view;
  const behind = sentenceBehind(view, quantity);
  return sentence.quantities.some(({ role, size, unit, unitEnd, start }) => {
    const isBy = BY.test(reading.block.text.slice(sentence.start, start));
    if (unitEnd > quantity.start || (role !== 'change' && unit !== 'point' && !isBy)) return false;
    if (role !== 'change' && SCORED.test(reading.block.text.slice(sentence.start, start))) return false;
    const between = reading.block.text.slice(unitEnd, quantity.start);
    if (UP_TO.test(between)) return true;
    // `7.1 points, compared to 4.8 in our case`
    if (unit === 'point' && quantity.unit === '' && COMPARED.test(between) && quantity.size < size * MUCH)
      return true;
    if (unit === 'point' && quantity.unit === '' && AND_ON.test(between) && FOR_ANOTHER.test(behind))
      return true;
    if (unit === 'point' && quantity.unit === '' && AND_OTHER.test(between) && quantity.size < size * MUCH)
      return true;
    return (
      (quantity.unit === '' || quantity.unit === unit) &&
      FOR_ANOTHER.test(behind) &&
      FOR_ONE_AND.test(between)
    );
  });
};

const BETWEEN = /^\s?(?:[\p{L}%]+\s)?between\s[^,;()]{0,80}\sand\s/iu;

const IS_ADVANTAGE =
  /(?<!\p{L})(?:benefit|gain|advantage|improvement|gap|difference|lead|margin|deficit)s?\s[^,;:()]{0,50}\s(?:is|was|are|were)\s(?:an?\s)?(?:mere|meagre|modest|only|just|about|small)?\s?[~≈]?$|(?<!\p{L})at the (?:price|expense) of\s(?:about\s|only\s|some\s|[~≈])?$/iu;

/** `The benefit over A is a mere 0.8 BLEU`, `there are 74 feet between A and B`. */
export const isAdvantage = (view: SentenceView, quantity: Quantity, column: string): boolean =>
  (IS_ADVANTAGE.test(clauseBefore(view, quantity)) && !ADVANTAGE.test(column)) ||
  BETWEEN.test(sentenceBehind(view, quantity));
/** What the column itself is called. */
const ADVANTAGE =
  /(?<!\p{L})(?:benefit|gain|advantage|improvement|gap|difference|lead|margin|deficit)s?(?!\p{L})/iu;

const WORTH = /(?<!\p{L})worth\s(?:[^.;:()]|\.\d){0,60}$/iu;
const WORTHS = /(?<!\p{L})(?:worth|value|price|cost)/iu;

/** `is worth 2.4 BLEU to A but just 1.9 to B`. */
export const isWhatItIsWorth = (view: SentenceView, quantity: Quantity, column: string): boolean =>
  WORTH.test(sentenceBefore(view, quantity)) && !WORTHS.test(column);

const NOTHING_JUDGED: ReadonlyMap<Quantity, Judgement> = new Map();

/** `expanded by 105.7 thousand jobs, or 11.3 %`. */
export const restatesChange = (
  { reading, sentence }: SentenceView,
  quantity: Quantity,
  judged: ReadonlyMap<Quantity, Judgement> = NOTHING_JUDGED,
): boolean =>
  isPercent(quantity) &&
  sentence.quantities.some(other => {
    const of = judged.get(other);
    const isCell = of?.verdict === 'supported' && of.by === 'cell';
    return (
      other.unitEnd <= quantity.start &&
      OR.test(reading.block.text.slice(other.unitEnd, quantity.start)) &&
      // `saved 367 mm, or 29 %`, where no cell has the 367.
      (other.role === 'change' || (!isPercent(other) && of !== undefined && !isCell))
    );
  });

const IN_BRACKETS = /^\s?%?\s?\(\s?$/u;

/** `by 8.91 % (8.91 percentage points)`. */
const isSameAgain = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  sentence.quantities.some(
    ({ size, step, end }) =>
      size === quantity.size &&
      step === quantity.step &&
      end <= quantity.start &&
      IN_BRACKETS.test(reading.block.text.slice(end, quantity.start)),
  );

const WHICH_IS =
  /\d[^.;()]{0,20},\swhich\s(?:is|was|equals|makes|gives|leaves)\s(?:about\s|around\s|[~≈])?[$€£]?$/iu;

/** `3,510.67 zloty, which is 2,919.54 zloty net`. */
export const restatesNumber = (view: SentenceView, quantity: Quantity): boolean =>
  isSameAgain(view, quantity) ||
  WHICH_IS.test(view.reading.block.text.slice(view.sentence.start, quantity.start));

const BY_THAT_MUCH = /(?<!\p{L}|\p{L}(?:ed|en|wn)\s)by\s(?:about\s|only\s|another\s|[~≈])?[+\-−]?$/iu;

/** `is beneficial, for the full model by 12.4`; not `seen by 9.16 million`. */
export const saysByHowMuch = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  BY_THAT_MUCH.test(reading.block.text.slice(Math.max(sentence.start, quantity.start - 24), quantity.start));
