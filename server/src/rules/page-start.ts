import { lineAt } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';

/** Where something is reported that the page as a whole lacks: its title, else its first line. */
export function pageStart(page: Page): Span {
  const { headings, frontMatter, lineStarts, length } = page.facts;
  const title = headings.find(({ depth }) => depth === 1);
  if (title && title.textSpan.end > title.textSpan.start) return title.textSpan;
  const start = frontMatter ? frontMatter.span.start : 0;
  const nextLine = lineStarts[lineAt(lineStarts, start) + 1] ?? length;
  return { start, end: Math.max(start, Math.min(start + 3, nextLine - 1)) };
}
