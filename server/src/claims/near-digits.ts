/** What stands right at the digits of a text; tells cheaply which patterns can match at all. */
export interface NearDigits {
  /** The words before digits, in lower case; a few marks may stand between. */
  readonly before: ReadonlySet<string>;
  /** The first words behind digits, in lower case. */
  readonly after: ReadonlySet<string>;
}

const DIGITS = /\d+/g;
const WORD_BEFORE = /(\p{L}+)[^\p{L}\d]{0,3}$/u;
const WORDS_AFTER = /\p{L}+/gu;
/** A longer word than this is none that any pattern knows. */
const REACH_BEFORE = 20;
const REACH_AFTER = 24;
const WORDS_BEHIND = 3;

export function nearDigits(text: string): NearDigits {
  const before = new Set<string>();
  const after = new Set<string>();
  for (const { index, 0: digits } of text.matchAll(DIGITS)) {
    const word = WORD_BEFORE.exec(text.slice(Math.max(0, index - REACH_BEFORE), index))?.[1];
    if (word !== undefined) before.add(word.toLowerCase());
    const end = index + digits.length;
    const behind = text.slice(end, end + REACH_AFTER).match(WORDS_AFTER) ?? [];
    for (const next of behind.slice(0, WORDS_BEHIND)) after.add(next.toLowerCase());
  }
  return { before, after };
}
