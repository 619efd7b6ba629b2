import { overlaps, type Span } from '../text/span.ts';
import type { CellRef, Claim } from './claim.ts';
import { ABSENT } from './judge-value.ts';
import { notChecked } from './report.ts';
import { isSameCell } from './wording.ts';

/** A number that is called wrong for what its words name. */
export interface Suspected {
  readonly score: number;
  /** It stands in no table; else it does, in a row that nothing names. */
  readonly absent: boolean;
  /** It has the digits of a cell that may be meant, so many that it is hardly by chance. */
  readonly slip: boolean;
  /** The cell that it is held to: the one whose digits it has, else the first that may be meant. */
  readonly cell: CellRef;
  /** It has three digits or more, and they are those of its cell, swapped or with the point moved. */
  readonly ofItsCell: boolean;
  /** Where its block stands in the page. */
  readonly block: Span;
  /** What becomes of it where the suspicion is dropped, but for the reason. */
  readonly otherwise: Claim;
}

/** With fewer other numbers a page tells nothing by how few agree. */
const FEWEST_NUMBERS = 3;
/** From this share on a page is taken to speak of its tables. */
const MOST_AGREE = 0.6;
/** How much more is asked for where no number agrees; in between in proportion. */
const MORE = 0.4;

/** How suspicious a number must be whose cell a number of another passage quotes. */
const QUOTED = 0.75;
/** By less than this no suspicion is surer than another. */
const ABOUT_AS_MUCH = 0.3;

/**
 * The suspicions that a page is not to be held to, as claims that are not checked. Where few numbers of a page stand in its tables,
 * it speaks of more than the tables have, and one more number that does not says little.
 */
export function untrusted(claims: readonly Claim[], suspicions: readonly Suspected[]): Claim[] {
  if (suspicions.length === 0) return [];
  const suspected = new Set(suspicions.map(({ otherwise }) => otherwise.span.start));
  const others = claims.filter(({ span, bound }) => !bound && !suspected.has(span.start));
  const needed = neededOf(others);
  return suspicions.flatMap(suspicion => {
    const reason = whyUntrusted(suspicion, needed, others, suspicions);
    return reason === undefined ? [] : [{ ...suspicion.otherwise, explanation: notChecked(reason) }];
  });
}

function whyUntrusted(
  suspicion: Suspected,
  needed: number,
  others: readonly Claim[],
  all: readonly Suspected[],
): string | undefined {
  const { absent, score, slip } = suspicion;
  if (absent && !slip && score < needed)
    return 'few numbers of the page agree with its tables, which may be of something else';
  if (isQuoted(suspicion, others)) return 'another number of the page is what the cell says that is named';
  if (isOneOfMany(suspicion, all)) return 'several numbers may speak of one cell';
  return undefined;
}

/**
 * Another number is what the cell says: a passage that says it twice, and once wrong, is rarer than one that speaks of more (`9.81
 * l/s in summer and 12.36 in spring`). In another passage it may be an earlier draft's.
 */
function isQuoted(suspicion: Suspected, others: readonly Claim[]): boolean {
  const { absent, score, cell, ofItsCell, slip, block } = suspicion;
  if (absent && (ofItsCell || slip)) return false;
  return others.some(
    ({ verdict, cells, span }) =>
      verdict === 'supported' &&
      cells.length === 1 &&
      isSameCell(cells[0]!, cell) &&
      (!absent || score < QUOTED || overlaps(span, block)),
  );
}

/** Different numbers are held to one cell, each about as surely: at most one speaks of it, and which, nobody can tell. */
function isOneOfMany(suspicion: Suspected, all: readonly Suspected[]): boolean {
  return all.some(
    other =>
      other.otherwise.text !== suspicion.otherwise.text &&
      other.score > suspicion.score - ABOUT_AS_MUCH &&
      isSameCell(other.cell, suspicion.cell),
  );
}

function neededOf(others: readonly Claim[]): number {
  if (others.length < FEWEST_NUMBERS) return ABSENT;
  const agree = others.filter(({ verdict }) => verdict === 'supported').length;
  return ABSENT + MORE * Math.max(0, 1 - agree / others.length / MOST_AGREE);
}
