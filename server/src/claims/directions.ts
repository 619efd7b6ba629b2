import { type NumberPair, numberPairs } from './number-pairs.ts';
import type { Quantity } from './quantity.ts';

/** Two numbers that go the other way than the verb before them says: `grows from 83.8 to 78.5`. */
export interface DirectionMismatch extends NumberPair {
  /** The verb. Offsets count in the text. */
  readonly verb: { readonly start: number; readonly end: number; readonly text: string };
}

const UP =
  'grow(?:s|n|ing)?|grew|increas(?:es?|ed|ing)|ris(?:es?|en|ing)|rose|climb(?:s|ed|ing)?|rais(?:es?|ed|ing)|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?';
const DOWN =
  'drop(?:s|ped|ping)?|fall(?:s|en|ing)?|fell|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|shr(?:inks?|ank|unk|inking)|reduc(?:es?|ed|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?';
/** Of these more is better. */
const GOODS =
  'accuracy|precision|recall|F1|F-scores?|F-measure|BLEU|ROUGE(?:-\\w+)?|METEOR|MRR|NDCG(?:@\\d+)?|AUC|AUROC|mAP|(?:success|survival|pass|win) rates?';
const BETTER = `improv(?:es?|ed|ing)(?=\\s[^,;:.]{0,60}?(?<!\\p{L})(?:${GOODS})\\s)`;
/** Behind these words something else goes. */
const OTHER =
  'as|when|if|while|by|after|with|going|moving|we|you|they|it|from|to|until|because|though|but|and|or|where|which|that|than|over|between';
const GOES = new RegExp(
  `(?<!\\p{L})(?:(${UP}|${BETTER})|(${DOWN}))(?:\\s(?!(?:${OTHER}|${UP}|${DOWN})\\s)[\\p{L}\\d’'@-]+){0,5}\\sfrom\\s(?:about\\s|around\\s|only\\s|just\\s|an?\\s|[~≈])*[$€£]?$`,
  'iu',
);
/** The first place is higher than the third. */
const OF_PLACES = /(?<!\p{L})(?:rank\p{L}*|places?|positions?|seed\p{L}*|tiers?|grades?)(?!\p{L})/iu;
/** `a 22 % drop from 512 to 1024`: how much it drops is told, and over what. */
const AMOUNT = /\d\s?(?:%|percent|points?|pp|x|×)?\s(?:relative\s|absolute\s|percentage\spoints?\s)?$/iu;
const LOOK_BACK = 120;

const WORD_BEHIND = /^\s(?!(?:to|in|on|for|with|at|under|per|of|when|and|or)\s)([\p{L}µ]+)/u;

/** `from 151.1 microseconds to 158.5 nanoseconds`: units that we may not know. */
function saysOtherUnit(text: string, a: Quantity, b: Quantity): boolean {
  const [own, other] = [a, b].map(({ unitEnd }) => WORD_BEHIND.exec(text.slice(unitEnd))?.[1]);
  return own !== undefined && other !== undefined && own !== other;
}

/** The steps of a sentence that contradict their verb. `from` is where the sentence begins in `text`. */
export function directionMismatches(
  text: string,
  from: number,
  quantities: readonly Quantity[],
): DirectionMismatch[] {
  return numberPairs(text, quantities).flatMap(({ a, b, kind }): DirectionMismatch[] => {
    if (kind !== 'steps' || a.approximate || b.approximate) return [];
    if (a.unit !== '' && a.unit !== b.unit) return [];
    // What falls in magnitude may rise towards zero.
    if (a.sign < 0 || b.sign < 0 || saysOtherUnit(text, a, b)) return [];
    const start = Math.max(from, a.start - LOOK_BACK);
    const before = text.slice(start, a.start);
    const goes = GOES.exec(before);
    const difference = b.size - a.size;
    if (!goes || difference === 0 || difference > 0 === (goes[1] !== undefined)) return [];
    if (OF_PLACES.test(before) || AMOUNT.test(before.slice(0, goes.index))) return [];
    const verb = (goes[1] ?? goes[2])!;
    const at = start + goes.index;
    return [{ a, b, kind, verb: { start: at, end: at + verb.length, text: verb } }];
  });
}
