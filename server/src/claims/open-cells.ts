import { type Candidate, candidatesOf, HALF_NAMED } from './candidates.ts';
import { sentenceBefore } from './clause.ts';
import { type Fit, isSaid } from './fit.ts';
import type { Siblings } from './judge-value.ts';
import { stepsWith } from './number-pairs.ts';
import type { Quantity } from './quantity.ts';
import { isColumnSaid, saidFirst } from './said-column.ts';
import { sameCell } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** The cells that a number may be held to: not those that another number of the sentence quotes. */
export function openCells(view: SentenceView, quantity: Quantity, siblings: Siblings): readonly Candidate[] {
  const all = ofItsStep(view, quantity, siblings, candidatesOf(view, quantity, siblings.anchors));
  const isFree = (candidate: Candidate): boolean =>
    view.narrowed || !siblings.inSentence.some(fit => sameCell(fit, candidate) && !isSaidTwice(fit));
  const free = all.filter(isFree);
  const [best] = all;
  // What is said right at the number, and quoted by another, is of another row, not of another column.
  const [said] = view.narrowed ? [] : saidFirst(view, quantity, all);
  if (
    said &&
    !isFree(said) &&
    isColumnSaid(view, quantity, said) &&
    !free.some(({ scoped, number }) => scoped === said.scoped && number.column === said.number.column)
  )
    return [];
  if (free.length > 0 || !best || best.scoped.table.format === 'gfm') return free;
  // Where it is that other number which says the row, the row is not this one's.
  return best.anchored ? [] : all;
}

/**
 * In `fewer alarms, and its precision rose from 31.2 to 72.8` both are of one column, or of one row: where one of them is surely a
 * cell, no cell of a column that only the clause before names is the other's.
 */
export function ofItsStep(
  view: SentenceView,
  quantity: Quantity,
  siblings: Siblings,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (candidates.length === 0 || view.narrowed) return candidates;
  const [step] = stepsWith(view, quantity);
  const [fit] = step ? siblings.fitsOf(step.a === quantity ? step.b : step.a) : [];
  if (!step || !fit || !isSaid(fit) || !fit.number.main) return candidates;
  const clauses = [...sentenceBefore(view, step.a).matchAll(CLAUSE)];
  const from = view.sentence.start + (clauses.at(-1)?.index ?? 0);
  return candidates.filter(
    ({ scoped, number }) =>
      scoped === fit.scoped &&
      (number.column === fit.number.column ||
        !view.isEachName(
          { scoped, axis: 'column', id: number.column },
          HALF_NAMED,
          ({ end }) => end <= from,
        )),
  );
}

const CLAUSE = /[;:]\s|,\s(?:and|but|while|whereas)\s/giu;

const IN_TWO_UNITS = /^[\d,.]+\s?\p{L}{1,5}[²³]?\s\(?[\d,.]+\s?\p{L}/u;

/** `17,744 feet (4315 meters)` beside `14,158 ft 4315 m`: two numbers quote the cell, each in its unit. */
const isSaidTwice = ({ scoped, number }: Fit): boolean =>
  !number.main && IN_TWO_UNITS.test(scoped.table.rows[number.row]![number.column]!.text);
