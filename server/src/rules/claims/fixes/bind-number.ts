import { bindingFor } from '../../../claims/binding-for.ts';
import type { CellRef, Claim } from '../../../claims/claim.ts';
import { expressionFor } from '../../../claims/expression-for.ts';
import type { Quantity } from '../../../claims/quantity.ts';
import { quantityAt } from '../../../claims/quantity-at.ts';
import { cellText, placeLabel } from '../../../claims/wording.ts';
import { encodePath } from '../../../wiki/destination.ts';
import type { Page } from '../../../wiki/page.ts';
import { baseName, folderOf, relativePath } from '../../../wiki/path.ts';
import type { PageContent } from '../../../wiki/wiki.ts';
import type { Fix } from '../../rule.ts';
import { linkEdit } from './link-number.ts';

/** More choices than these help nobody. */
const MOST_CELLS = 4;

/** Makes a number a link to each of these cells, likeliest first; the digits stay as they are. */
export function bindToCells(
  page: Page,
  { text }: PageContent,
  claim: Claim,
  cells: readonly CellRef[],
): readonly Fix[] {
  if (text.slice(claim.span.start, claim.span.end) !== claim.text) return [];
  return cells.slice(0, MOST_CELLS).flatMap(cell => {
    const destination = bindingFor(cell, page.path);
    const edit = destination && linkEdit(page, claim.span, claim.text, destination);
    return edit ? [fixOf(`Bind ${claim.text} to ${cellName(cell)}`, edit)] : [];
  });
}

/** Puts the cell's value in place of the digits and makes them a link to the cell. */
export function correctAndBind(page: Page, claim: Claim, expected: string, cell: CellRef): readonly Fix[] {
  const destination = bindingFor(cell, page.path);
  const edit = destination && linkEdit(page, claim.span, claim.text, destination, expected);
  return edit ? [fixOf(`Change to ${expected} and bind it to ${cellName(cell)}`, edit)] : [];
}

/**
 * Makes a number that follows from several cells of one table a link to the expression that gives it. With `corrected` that
 * stands in place of the digits.
 */
export function bindToExpression(
  page: Page,
  { text, prose }: PageContent,
  claim: Claim,
  cells: readonly CellRef[],
  corrected?: string,
): readonly Fix[] {
  const [first] = cells;
  const found = quantityAt(prose, claim.span)?.quantity;
  if (!first || !found || first.table.format === 'gfm' || cells.some(({ table }) => table !== first.table))
    return [];
  if (text.slice(claim.span.start, claim.span.end) !== claim.text) return [];
  const expression = expressionFor(
    first.table,
    cells,
    corrected === undefined ? found : written(found, corrected),
  );
  if (expression === undefined) return [];
  const file = encodePath(relativePath(folderOf(page.path), first.path));
  const [name, rest = ''] = expression.split('(');
  const destination = `${file}#${name}(${encodePath(rest.slice(0, -1))})`;
  const edit = linkEdit(page, claim.span, claim.text, destination, corrected);
  const what = `the ${name} of ${cells.length === 2 ? 'both cells' : 'the cells'} in ${baseName(first.path)}`;
  const title =
    corrected === undefined
      ? `Bind ${claim.text} to ${what}`
      : `Change to ${corrected} and bind it to ${what}`;
  return edit ? [fixOf(title, edit)] : [];
}

/** A quantity as it would be read with other digits. */
function written(quantity: Quantity, text: string): Quantity {
  const decimals = text.split('.')[1]?.length ?? 0;
  const size = Number(text.replace(/[^\d.]/g, ''));
  return { ...quantity, text, size, decimals, step: 10 ** -decimals };
}

/** `severe medical, total (34.46)`. */
export const cellName = ({ path, table, row, column }: CellRef): string =>
  `${placeLabel(table, row, column)} (${cellText(table, row, column)}) in ${baseName(path)}`;

const fixOf = (title: string, edit: Fix['edits'][number]): Fix => ({
  title,
  preferred: false,
  safe: false,
  edits: [edit],
});
