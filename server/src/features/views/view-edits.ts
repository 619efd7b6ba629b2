import { bindToCells, bindToExpression } from '../../rules/claims/fixes/bind-number.ts';
import { changeValue } from '../../rules/claims/fixes/change-value.ts';
import type { Fix } from '../../rules/rule.ts';
import type { Page } from '../../wiki/page.ts';
import { isReadOnly } from '../../wiki/schema/page-type.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { numbersOf } from '../number-report.ts';

/** Makes the number at an offset a link to its cell, or to the expression that gives it; undefined where no cell is sure. */
export function bindNumber(wiki: Wiki, page: Page, offset: number): Fix | undefined {
  const claim = numberStarting(wiki, page, offset)?.claim;
  const content = wiki.sources.contentOf(page);
  if (!claim || !content || claim.bound || claim.verdict !== 'supported') return undefined;
  const fixes =
    claim.cells.length > 1
      ? bindToExpression(page, content, claim, claim.cells)
      : bindToCells(page, content, claim, claim.cells);
  return fixes[0];
}

/** Puts the table's value in place of the number at an offset; undefined where it is not contradicted, or what is right is not sure. */
export function putTableValue(wiki: Wiki, page: Page, offset: number): Fix | undefined {
  const number = numberStarting(wiki, page, offset);
  if (!number?.diagnostic || number.ignored !== undefined) return undefined;
  const { span, message, expected = [] } = number.diagnostic;
  return changeValue({ span, message, expected }, page, 'needs-a-look')[0];
}

function numberStarting(wiki: Wiki, page: Page, offset: number) {
  if (isReadOnly(wiki.schema, page.path)) return undefined;
  return numbersOf(wiki, page).find(({ claim }) => claim.span.start === offset);
}
