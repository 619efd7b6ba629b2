import { isPartlyNamed, saysUnknownCondition } from './bystander.ts';
import { type Candidate, NAMED } from './candidates.ts';
import { clauseAround, clauseBefore, sentenceBefore } from './clause.ts';
import { isComparand, isInOtherClause } from './comparand.ts';
import { hasOwnNumber } from './doubts/name-of-other.ts';
import type { Fit } from './fit.ts';
import type { Label } from './label-index.ts';
import type { Quantity } from './quantity.ts';
import { isExtreme } from './superlative.ts';
import { meansUnnamed } from './unnamed.ts';
import type { SentenceView } from './view.ts';

/*
 * Why a number that stands in the table may be of the row that it stands in, though the sentence names another.
 */

const SUPERLATIVE =
  /(?<!\p{L})(?:best|worst|highest|lowest|largest|smallest|most|least|greatest|top|maximum|minimum|max|min|state-of-the-art|fastest|slowest|longest|shortest)(?!\p{L})/iu;

/** In the number's own clause; `at most` is none. */
const saysSuperlative = (view: SentenceView, quantity: Quantity): boolean => {
  const clause = clauseAround(view, quantity);
  const colon = sentenceBefore(view, quantity).lastIndexOf(': ');
  const said = colon < 0 ? clause : view.text.slice(colon + 1);
  return SUPERLATIVE.test(said.replace(BOUNDS, ''));
};
const BOUNDS = /(?<!\p{L})at (?:the )?(?:most|least)(?!\p{L})/giu;

/** The reasons, as marks for explanations. `best` is the cell that the sentence names, `fits` are those that the number agrees with. */
export function whyAnotherRow(
  view: SentenceView,
  quantity: Quantity,
  best: Candidate,
  fits: readonly Fit[],
): string[] {
  const reasons: string[] = [];
  const add = (reason: string, holds: boolean): void => {
    if (holds) reasons.push(reason);
  };
  add(
    'it is the most or the least of its column',
    saysSuperlative(view, quantity) && fits.some(fit => isExtreme(fit)),
  );
  // A link that says which row is meant leaves no doubt.
  if (view.narrowed) return reasons;
  add('a row may be meant that is not named', meansUnnamed(view, quantity, best));
  add('the named row is what it is compared with', isComparand(view, quantity, best));
  add('a condition that no label has', saysUnknownCondition(view, quantity, best));
  add(
    'its row is named in part',
    fits.some(fit => isPartlyNamed(view, fit, best) || isNamedInScattered(view, fit, best)),
  );
  add('several may be meant together', COMBINES.test(clauseBefore(view, quantity)));
  add('a column has the name of the row', isHeaderAsWell(view, best));
  add('the clause has another subject', isInOtherClause(view, quantity, best));
  add('the named row has a number of its own', hasOwnNumber(view, quantity, best));
  add('another number stands right before its name', isNamedAtOther(view, quantity, best));
  add(
    'its row is called by the short name of the named row',
    fits.some(fit => hasShortName(fit, best)),
  );
  add(
    'the name of its row goes on',
    fits.some(fit => extendsName(fit, best) && isCalledSo(view, best)),
  );
  return reasons;
}

/**
 * `COCO-based and CC3M-based VQ2A models` is not all of `VQ2A CC3M → COCO`: the row that the number stands in is named in full by some of
 * the words, and they stand apart.
 */
export const isNamedInScattered = (view: SentenceView, { scoped, number }: Fit, best: Candidate): boolean =>
  scoped === best.scoped &&
  view
    .mentionsOf(scoped.table, 'row', number.row, NEARLY_IN_FULL)
    .some(
      ({ dominated, label, words }) =>
        dominated > 0 &&
        !label.ids.includes(best.number.row) &&
        view
          .mentionsOf(scoped.table, 'row', best.number.row, NEARLY_IN_FULL)
          .some(
            longer =>
              words.every(word => longer.words.includes(word)) &&
              longer.words.at(-1)! - longer.words[0]! >= longer.words.length,
          ),
    );

/** In another order than the table has it. */
const NEARLY_IN_FULL = 0.85;

/** `Combining A and B lowers it to`. */
const COMBINES =
  /(?<!\p{L})(?:combin(?:ing|ed|ation|es?)|together|jointly|merging|pairing|stacking)(?!\p{L})/iu;

/** `on CREMA-D` may be said of the column, where a row is called the same. */
function isHeaderAsWell(view: SentenceView, { scoped, number }: Candidate): boolean {
  const headers = view
    .naming(scoped.table)
    .mentions.filter(({ label, quality }) => label.axis === 'column' && quality >= NAMED);
  const naming = view.mentionsOf(scoped.table, 'row', number.row, NAMED);
  return (
    naming.length > 0 &&
    naming.every(({ words }) => headers.some(header => words.every(word => header.words.includes(word))))
  );
}

const AT_OTHER = /\d[\d.,]*\s?%?\s?(?:[\p{L}€$£²³]{1,6}\s)?(?:in|for|at|on|over)\s(?:the\s)?$/u;

/** `467 kg, and a rise to 8,265 t from 7,390 t in 2019`: of 2019 is the number right before it. */
const isNamedAtOther = (view: SentenceView, quantity: Quantity, { scoped, number }: Candidate): boolean =>
  view.isEachName({ scoped, axis: 'row', id: number.row }, NAMED, ({ start }) => {
    const between = start > quantity.unitEnd ? view.reading.block.text.slice(quantity.unitEnd, start) : '';
    return AT_OTHER.test(between);
  });

/** The sentence calls the row by what another one's name begins with, and by nothing that tells the two apart. */
const isCalledSo = (view: SentenceView, { scoped, number }: Candidate): boolean =>
  !view
    .mentionsOf(scoped.table, 'row', number.row, NAMED)
    .some(
      ({ label, quality }) =>
        quality >= IN_FULL &&
        label.ids.length === 1 &&
        label.words.some(({ numeric }) => !numeric) &&
        !scoped.labels.rowLabels.some(
          other => other !== label && other.column === label.column && startsWith(other, label),
        ),
    );
const IN_FULL = 0.95;
const startsWith = (longer: Label, shorter: Label): boolean =>
  longer.words.length > shorter.words.length &&
  shorter.words.every(({ norm }, at) => longer.words[at]!.norm === norm);

const SHORT_NAME = /\((\p{Lu}[\p{Lu}\d-]+)\)/u;

/** `MC x Target` may be meant where `Mental Countermeasure (MC)` is named. */
function hasShortName({ scoped, number }: Fit, best: Candidate): boolean {
  if (scoped !== best.scoped) return false;
  const names = scoped.labels.ofRow[best.number.row]!.flatMap(({ text }) => SHORT_NAME.exec(text)?.[1] ?? []);
  return scoped.labels.ofRow[number.row]!.some(({ text }) =>
    names.some(name => text.split(/\s/).includes(name)),
  );
}

/** `GPT-2 + Multitasking` may be called GPT-2. */
export function extendsName({ scoped, number }: Fit, best: Candidate): boolean {
  if (scoped !== best.scoped) return false;
  const normsOf = ({ words }: Label): string[] => words.map(({ norm }) => norm);
  return scoped.labels.ofRow[number.row]!.some(longer =>
    scoped.labels.ofRow[best.number.row]!.some(shorter => {
      if (shorter.column !== longer.column || shorter.words.length >= longer.words.length) return false;
      const norms = normsOf(longer);
      return normsOf(shorter).every((norm, at) => norms[at] === norm);
    }),
  );
}
