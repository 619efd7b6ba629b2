import { isDecimalShift, isDigitSwap, lenientReadings, touches } from './compare.ts';
import { formatLike } from './format-like.ts';
import { isPercent, type Quantity, written } from './quantity.ts';

/** A part, its whole, and the percentage that the sentence gives for them: `1,025 of 5,000 posts (20.5 %)`. */
export interface StatedShare {
  readonly part: Quantity;
  readonly whole: Quantity;
  readonly share: Quantity;
}

/** A stated share that its own two numbers do not give. */
export interface ShareMismatch {
  /** What they give, for messages: `20.5 %`. */
  readonly says: string;
  readonly expected: string;
}

/** Of fewer a percentage is no count of them. */
const FEWEST = 3;
const OF = /^\s(?:out\s)?of\s(?:(?:the|all|our|these|those|its|their|a total of|all the)\s)?$/iu;
const OF_OR_SLASH = /^(?:\s(?:out\s)?of\s(?:(?:the|all|our)\s)?|\s?\/\s?)$/iu;
/** From the whole to the bracket with its share, with what is counted. */
const TO_BRACKET = /^(?:\s[\p{L}-]+){0,4}\s?\($/u;
const ENDS = /^\s?[);]/;
/** From the share to the bracket with part and whole. */
const TO_COUNTS = /^(?:\s[\p{L}-]+){0,4}\s?\((?:i\.e\.,?\s)?$/u;
const COUNTED_ENDS = /^(?:\s[\p{L}-]+){0,3}\)/u;

/** The shares that a sentence states with part and whole: `41 of 200 (20.5 %)`, `20.5 % (41 of 200)`, `20.5 % (41/200)`; none that is far from what these give. */
export function statedShares(text: string, quantities: readonly Quantity[]): StatedShare[] {
  const between = (a: Quantity, b: Quantity): string => text.slice(a.unitEnd, b.start);
  const found: StatedShare[] = [];
  for (let at = 2; at < quantities.length; at++) {
    const [a, b, c] = [quantities[at - 2]!, quantities[at - 1]!, quantities[at]!];
    const behind = text.slice(c.unitEnd, c.unitEnd + 40);
    if (areCounts(a, b) && isShare(c)) {
      if (OF.test(between(a, b)) && TO_BRACKET.test(between(b, c)) && ENDS.test(behind))
        found.push({ part: a, whole: b, share: c });
    } else if (areCounts(b, c) && isShare(a)) {
      if (TO_COUNTS.test(between(a, b)) && OF_OR_SLASH.test(between(b, c)) && COUNTED_ENDS.test(behind))
        found.push({ part: b, whole: c, share: a });
    }
  }
  return found.filter(isLikeShare);
}

/** What part and whole give, as a percentage. */
const given = ({ part, whole }: StatedShare): number => (100 * part.size) / whole.size;

const isPlain = ({ approximate, bound, sign }: Quantity): boolean => !approximate && !bound && sign === 0;

const isShare = (quantity: Quantity): boolean =>
  isPercent(quantity) && isPlain(quantity) && quantity.noClaim === undefined;

const areCounts = (part: Quantity, whole: Quantity): boolean =>
  [part, whole].every(number => isPlain(number) && number.unit === '' && number.step === 1) &&
  part.size > 0 &&
  part.size < whole.size &&
  whole.size >= FEWEST;

/** Farther off than this a percentage is of something else. */
const FAR = 1.5;

/** What part and whole give, if that is not the stated share; one unit in its last place is let pass. */
export function shareMismatchOf(stated: StatedShare): ShareMismatch | undefined {
  const { share } = stated;
  const value = given(stated);
  if (touches(lenientReadings(written(share)), value)) return undefined;
  return {
    says: `${Number(value.toPrecision(3))} %`,
    expected: formatLike(share.text, value),
  };
}

/** The percentage may be meant as that of the two: it is near what they give, or a slip of it. */
function isLikeShare(stated: StatedShare): boolean {
  const { share } = stated;
  const value = given(stated);
  const ratio = Math.max(value / share.size, share.size / value);
  return (
    ratio <= FAR ||
    isDecimalShift(written(share), value) ||
    isDigitSwap({ ...written(share), text: share.text, decimals: share.decimals }, value)
  );
}
