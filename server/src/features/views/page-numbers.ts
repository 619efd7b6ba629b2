import type { CellRef, Claim } from '../../claims/claim.ts';
import { cellIs } from '../../claims/wording.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import { isReadOnly } from '../../wiki/schema/page-type.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { FilePlace } from '../navigation/places.ts';
import { numbersOf, type ReportedNumber, reasonOf } from '../number-report.ts';
import { shorten } from '../page-card.ts';
import { sentenceAt } from '../sentence-at.ts';
import { groupOf, type NumberGroup } from './number-groups.ts';

/** A number of a page as a list of numbers shows it. */
export interface ListedNumber {
  readonly group: NumberGroup;
  readonly text: string;
  readonly span: Span;
  readonly sentence: string;
  /** Why it is in its group. */
  readonly reason: string;
  /** The cell that it speaks of, or may speak of: `34.46 in deceptionbench.csv, severe medical, total`. */
  readonly cell?: { readonly label: string; readonly place: FilePlace };
  /** What the table has instead; only of a contradicted number, where that is sure. */
  readonly expected?: string;
  /** It can be made a link to its cell, or to the expression that gives it. */
  readonly canBind: boolean;
}

/** A list of more is read by nobody. */
const MOST = 1000;
/** Longest sentence, in UTF-16 units. */
const LONGEST = 300;

/** The numbers of a page in source order, with what can be done about each. */
export function listedNumbers(wiki: Wiki, page: Page): readonly ListedNumber[] {
  const isFixed = isReadOnly(wiki.schema, page.path);
  return numbersOf(wiki, page)
    .slice(0, MOST)
    .map(number => listed(wiki, page, number, isFixed));
}

function listed(wiki: Wiki, page: Page, number: ReportedNumber, isFixed: boolean): ListedNumber {
  const { claim, diagnostic } = number;
  const group = groupOf(number);
  const cell = claim.cells[0] ?? claim.candidates[0];
  const expected = group === 'contradicted' && !isFixed ? diagnostic?.expected?.[0] : undefined;
  return {
    group,
    text: claim.text,
    span: claim.span,
    sentence: shorten(sentenceAt(wiki, page, claim.span).replace(/\s+/g, ' '), LONGEST),
    reason: reasonOf(claim),
    ...(cell ? { cell: { label: labelOf(claim, cell), place: placeOf(cell) } } : {}),
    ...(expected === undefined ? {} : { expected }),
    canBind: group === 'agrees' && claim.cells.length > 0 && !isFixed && !isLinked(page, claim.span),
  };
}

/** Markdown allows no link within another. */
const isLinked = ({ facts }: Page, span: Span): boolean =>
  facts.links.some(link => overlaps(link.span, span));

const labelOf = ({ cells, candidates }: Claim, cell: CellRef): string => {
  const more = (cells.length > 0 ? cells.length : candidates.length) - 1;
  return more > 0 ? `${cellIs(cell)} (+${more})` : cellIs(cell);
};

const placeOf = ({ path, table, row, column }: CellRef): FilePlace => ({
  path,
  span: table.rows[row]?.[column]?.span ?? table.headerSpan,
});
