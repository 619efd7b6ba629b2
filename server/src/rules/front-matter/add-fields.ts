import { stringify } from 'yaml';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { FileEdit } from '../rule.ts';
import { fieldOf } from './fields.ts';

/**
 * Adds fields with these values to the front matter: behind the last of `after` that is there, else at its end; a page
 * without front matter gets one. Undefined where the page's text can't be had.
 */
export function addFields(
  wiki: Wiki,
  page: Page,
  values: Readonly<Record<string, unknown>>,
  after: readonly string[] = [],
): FileEdit | undefined {
  const text = wiki.sources.textOf(page.path);
  if (text === undefined) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = stringify(values, { lineWidth: 0 }).replaceAll('\n', newline);
  const { frontMatter } = page.facts;
  if (!frontMatter) {
    const newText = `---${newline}${lines}---${newline}${/^\r?\n/.test(text) || text === '' ? '' : newline}`;
    return { path: page.path, span: { start: 0, end: 0 }, newText };
  }
  const known = after.flatMap(key => fieldOf(page, key) ?? []).at(-1);
  const at = known
    ? nextLine(text, known.value.span.end, frontMatter.contentSpan.end)
    : frontMatter.contentSpan.end;
  const start = at > 0 && text[at - 1] !== '\n' ? newline : '';
  return { path: page.path, span: { start: at, end: at }, newText: start + lines };
}

/** Where the line after `offset` begins; `offset` itself where it begins a line already, as after a block of text. */
function nextLine(text: string, offset: number, end: number): number {
  if (text[offset - 1] === '\n') return offset;
  const newline = text.indexOf('\n', offset);
  return newline < 0 || newline >= end ? end : newline + 1;
}
