import { NAMED } from './candidates.ts';
import { fitsOf } from './fit.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** A part that is more than its whole, `201 of 158`, with the one of the two that is off. */
export interface PartOverWhole {
  readonly part: Quantity;
  readonly whole: Quantity;
  readonly off: Quantity;
}

const OF = /^\s(?:out\s)?of\s(?:(?:the|all|our|these|those|its|their|all the)\s)?$/iu;
/** `12 of 8 × 8`, `3 of 2-bit`, `10 of 5 mg each`: no whole of so many. */
const IS_MEASURE = /^\s?[-–×x*/:^°]|^\s(?:\p{L}+\s)?each(?!\p{L})/iu;
const AT_YEAR = /(?<!\p{L})(?:in|since|by|during|of|until|from)\s$/iu;
/** Not the end of a word: `BLEU-4`, `P@10`. */
const BEGINS = /(?:^|[\s("“—–])$/u;
/** `a ratio of 5 of 3`, `version 7 of 3`: names and ratios. */
const NO_PART =
  /(?<!\p{L})(?:ratios?|version|figure|table|section|chapter|level|top|score|page|line|item|day|week|step|at|k)\s(?:of\s)?$/iu;

/** A quick look that hardly any text passes. */
export const mayHavePart = (text: string): boolean => /\d\s(?:out\s)?of\s(?:\p{L}+\s){0,2}\d/u.test(text);

/** The parts of a sentence that are more than their wholes: counts that stand side by side, and cannot both be right. */
export function partsOverWholes(view: SentenceView): readonly PartOverWhole[] {
  const { text } = view.reading.block;
  const { quantities } = view.sentence;
  return quantities.flatMap((part, at): PartOverWhole | [] => {
    const whole = quantities[at + 1];
    if (!whole || !isCount(part) || !isCount(whole) || part.size <= whole.size) return [];
    if (!OF.test(text.slice(part.unitEnd, whole.start))) return [];
    const before = text.slice(view.sentence.start, part.start);
    if (!BEGINS.test(before) || isInName(view, part)) return [];
    if (NO_PART.test(before) || (isYear(part) && AT_YEAR.test(before))) return [];
    if (IS_MEASURE.test(text.slice(whole.unitEnd, whole.unitEnd + 20))) return [];
    // The one that the table has is right.
    const isPartKnown = fitsOf(view, part).length > 0 && fitsOf(view, whole).length === 0;
    return { part, whole, off: isPartKnown ? whole : part };
  });
}

/** `BLEU 4 of 0`: what a table calls so is no part. */
const isInName = (view: SentenceView, { start }: Quantity): boolean =>
  view.tables.some(({ table }) =>
    view
      .naming(table)
      .mentions.some(
        ({ quality, words }) =>
          quality >= NAMED && words.length > 1 && words.some(at => view.reading.words[at]!.start === start),
      ),
  );

const isCount = ({ unit, decimals, sign, approximate, bound }: Quantity): boolean =>
  unit === '' && decimals === 0 && sign === 0 && !approximate && !bound;

const isYear = ({ text }: Quantity): boolean => /^(?:1[89]|20)\d\d$/.test(text);
