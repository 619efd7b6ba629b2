import { isPartlyNamed, saysUnknownCondition } from './bystander.ts';
import { type Candidate, NAMED } from './candidates.ts';
import { clauseBefore } from './clause.ts';
import { columnStats } from './column-stats.ts';
import { isComparand, isInOtherClause } from './comparand.ts';
import { hasOwnNumber } from './doubts/other-name.ts';
import type { Fit } from './fit.ts';
import type { Label } from './label-index.ts';
import type { Quantity } from './quantity.ts';
import { meansUnnamed } from './unnamed.ts';
import type { SentenceView } from './view.ts';

/*
 * Why a number that stands in the table may be of the row that it stands in, though the sentence names another.
 */

const SUPERLATIVE =
  /(?<!\p{L})(?:best|worst|highest|lowest|largest|smallest|most|least|greatest|top|maximum|minimum|max|min|state-of-the-art|fastest|slowest|longest|shortest)(?!\p{L})/iu;

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
    SUPERLATIVE.test(view.text) && fits.some(fit => isExtreme(fit)),
  );
  // A link that says which row is meant leaves no doubt.
  if (view.narrowed) return reasons;
  add('a row may be meant that is not named', meansUnnamed(view, quantity, best));
  add('the named row is what it is compared with', isComparand(view, quantity, best));
  add('a condition that no label has', saysUnknownCondition(view, quantity, best));
  add(
    'its row is named in part',
    fits.some(fit => isPartlyNamed(view, fit, best)),
  );
  add('several may be meant together', COMBINES.test(clauseBefore(view, quantity)));
  add('a column has the name of the row', isHeaderAsWell(view, best));
  add('the clause has another subject', isInOtherClause(view, quantity, best));
  add('the named row has a number of its own', hasOwnNumber(view, quantity, best));
  add(
    'the name of its row goes on',
    fits.some(fit => extendsName(fit, best)),
  );
  return reasons;
}

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

function isExtreme({ scoped, number }: Fit): boolean {
  const stats = columnStats(scoped.table)[number.column]!;
  return number.size >= stats.max || number.size <= stats.min;
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
