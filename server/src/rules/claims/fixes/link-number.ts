import type { Span } from '../../../text/span.ts';
import { encloses, overlaps } from '../../../text/span.ts';
import type { Page } from '../../../wiki/page.ts';
import type { FileEdit } from '../../rule.ts';

/**
 * The edit that makes a stretch of a page the text of a link. Undefined where Markdown allows no link: within another
 * one, or where the stretch holds mark-up of its own. `newText` stands in place of the stretch, `source` is what stands there.
 */
export function linkEdit(
  page: Page,
  span: Span,
  source: string,
  destination: string,
  newText = source,
): FileEdit | undefined {
  const isLinked = page.facts.links.some(link => overlaps(link.span, span) || encloses(link.span, span));
  if (isLinked || /[[\]`*_<>&\\\n]/.test(source)) return undefined;
  return { path: page.path, span, newText: `[${newText}](${destination})` };
}
