import type { Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import { isMarkdownPath, stem } from '../wiki/path.ts';
import { typeOf } from '../wiki/schema/page-type.ts';
import { pageTemplate } from '../wiki/template.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Fix } from './rule.ts';

/** The fix that makes the page a link asks for, from the template of the type whose files its path matches. */
export function createPageFix(wiki: Wiki, from: Page, path: string, linkSpan: Span): Fix | undefined {
  if (!isMarkdownPath(path) && stem(path) !== path.slice(path.lastIndexOf('/') + 1)) return undefined;
  const file = isMarkdownPath(path) ? path : `${path}.md`;
  if (wiki.files.hasFile(file) || wiki.pages.has(file)) return undefined;
  const typeName = typeOf(wiki.schema, file, undefined);
  const template = pageTemplate(wiki.schema, typeName, titleFor(from, path, linkSpan), wiki.sources.today());
  return {
    title: `Create ${typeName ?? 'page'} "${file}"`,
    preferred: false,
    safe: false,
    edits: [{ path: file, create: template.text }],
    open: { path: file, offset: template.cursor },
  };
}

/** The link's text where it says more than the path; else the file name in words. */
function titleFor(from: Page, path: string, linkSpan: Span): string {
  const link = from.facts.links.find(({ span }) => span.start <= linkSpan.start && linkSpan.end <= span.end);
  const text = link?.kind === 'inline' ? link.text.trim() : '';
  if (text !== '' && !text.includes('/')) return text;
  const words = stem(path)
    .replace(/^\d{4}-/, '')
    .replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
