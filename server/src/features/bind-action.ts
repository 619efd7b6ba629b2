import { bindClause } from '../rules/claims/fixes/bind-clause.ts';
import { bindToCells, bindToExpression } from '../rules/claims/fixes/bind-number.ts';
import type { ReportedClaim } from '../rules/claims/fixes/claim-fixes.ts';
import { cellsOf } from '../rules/claims/fixes/claim-fixes.ts';
import { linkEdit } from '../rules/claims/fixes/link-number.ts';
import type { Fix } from '../rules/rule.ts';
import type { Page } from '../wiki/page.ts';
import { isReadOnly } from '../wiki/schema/page-type.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { numberAt } from './number-cells.ts';

/**
 * What can be done about a number at which nothing is reported: bind it to its cell, to one of the cells that it may speak of,
 * to the expression over cells that gives it, or to how many pages of a type there are; or bind its clause. A contradicted
 * number has these among its fixes.
 */
export function bindActions(wiki: Wiki, path: string, offset: number): readonly Fix[] {
  const page = wiki.pages.get(path);
  if (!page || isReadOnly(wiki.schema, path)) return [];
  const claim = numberAt(wiki, page, offset);
  if (!claim || claim.bound || claim.verdict === 'contradicted') return [];
  const content = wiki.sources.contentOf(page);
  if (!content) return [];
  const counts = bindToCount(wiki, page, { claim, content });
  const cells = cellsOf(claim);
  const numbers =
    claim.cells.length > 1
      ? bindToExpression(page, content, claim, cells)
      : bindToCells(page, content, claim, cells);
  return [...counts, ...numbers, ...bindClause(page, content, claim.span, cells[0])];
}

/** Types that a `wiki:` link can name. */
const COUNTABLE = /^[\w-]+$/;

/** `Findings: 14`, `14 findings`, `14 of our findings`: a count of the wiki's own pages. */
function bindToCount(wiki: Wiki, page: Page, { claim, content }: ReportedClaim): readonly Fix[] {
  const { start, end } = claim.span;
  if (content.text.slice(start, end) !== claim.text || !/^\d+$/.test(claim.text)) return [];
  const before = content.text.slice(Math.max(0, start - 40), start);
  const after = content.text.slice(end, end + 40);
  return [...wiki.schema.pages.keys()].flatMap(type => {
    if (!COUNTABLE.test(type) || !isCounted(type, before, after)) return [];
    const edit = linkEdit(page, claim.span, claim.text, `wiki:${type}`);
    if (!edit) return [];
    const title = `Bind ${claim.text} to the number of pages of type ${type}`;
    return [{ title, preferred: false, safe: false, edits: [edit] }];
  });
}

function isCounted(type: string, before: string, after: string): boolean {
  const noun = `${type.replace(/y$/, '(?:y|ie)').replaceAll('-', '[- ]')}s?`;
  return (
    new RegExp(`\\b${noun}\\s*(?::|=|is|are)?\\s*$`, 'iu').test(before) ||
    new RegExp(`^\\s+(?:\\p{L}+\\s+){0,2}${noun}\\b`, 'iu').test(after)
  );
}
