import { encodePath } from '../wiki/destination.ts';
import { escapeLinkText } from '../wiki/link-text.ts';
import type { Page } from '../wiki/page.ts';
import { folderOf, relativePath } from '../wiki/path.ts';
import { sectionTitled } from '../wiki/relation-links.ts';
import { isReadOnly } from '../wiki/schema/page-type.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Fix } from './rule.ts';

/** Adds `page` to the section of the page at `path`, as a list item after the last one; the section is made if need be. */
export function listBackFix(
  wiki: Wiki,
  page: Page,
  { path, section }: { path: string; section: string },
): Fix | undefined {
  const target = wiki.pages.get(path);
  const text = target && wiki.sources.textOf(path);
  if (!target || text === undefined || isReadOnly(wiki.schema, path)) return undefined;
  const { at, before, after } = placeIn(target, text, section);
  const item = `- [${escapeLinkText(page.title)}](${encodePath(relativePath(folderOf(path), page.path))})`;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    title: `List this page in "${section}" of "${target.title}"`,
    preferred: true,
    safe: false,
    edits: [
      { path, span: { start: at, end: at }, newText: (before + item + after).replaceAll('\n', newline) },
    ],
  };
}

/** Where the new item goes, and the line breaks around it. */
function placeIn(target: Page, text: string, title: string): { at: number; before: string; after: string } {
  const section = sectionTitled(target, title);
  if (!section) {
    const at = text.trimEnd().length;
    return { at, before: `${at > 0 ? '\n\n' : ''}## ${title}\n\n`, after: at === text.length ? '\n' : '' };
  }
  const body = text.slice(section.bodySpan.start, section.bodySpan.end);
  const at = section.bodySpan.start + body.trimEnd().length;
  if (body.trim() === '')
    return { at, before: '\n\n', after: section.bodySpan.end === text.length && body === '' ? '\n' : '' };
  const lastLine = body.trimEnd().split('\n').at(-1)!;
  const inList = /^\s*(?:[-*+]|\d+[.)])\s/.test(lastLine) || /^\s+\S/.test(lastLine);
  return { at, before: inList ? '\n' : '\n\n', after: '' };
}
