import { encodePath } from '../../wiki/destination.ts';
import { escapeLinkText } from '../../wiki/link-text.ts';
import type { Page } from '../../wiki/page.ts';
import { folderOf, relativePath } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Completions } from './completion.ts';
import type { CursorOf } from './cursor.ts';
import { newPages } from './new-pages.ts';
import { choosePages, describePage } from './pages.ts';
import { nameWords } from './search-words.ts';
import { wantedAt } from './wanted.ts';

/** `[sca|` or `[[sca|` → the whole link, with the page's title as its text. */
export function completeLinkText(
  wiki: Wiki,
  page: Page,
  cursor: CursorOf<'link-text'>,
  offset: number,
  text: string,
): Completions {
  const wanted = wantedAt(page, offset, cursor.span.start, text);
  const { choices } = choosePages(wiki, page, cursor.typed, wanted);
  // Editors match the text from the start of the span, brackets and all.
  const brackets = text.slice(cursor.span.start, offset - cursor.typed.length);
  // A bar would end the cell of a table.
  const inTable = /^[ \t]*\|/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
  const textOf = (title: string) =>
    inTable ? escapeLinkText(title).replaceAll('|', '\\|') : escapeLinkText(title);
  const link = (title: string, path: string) =>
    `[${textOf(title)}](${encodePath(relativePath(folderOf(page.path), path))})`;
  const found = choices.map(({ page: target, rank }) => ({
    kind: 'page' as const,
    label: target.title,
    description: describePage(target),
    filterText: `${brackets}${[target.title, ...nameWords(target)].join(' ')}`,
    rank,
    span: cursor.span,
    newText: link(target.title, target.path),
    page: target.path,
  }));
  const made = newPages(wiki, wanted, cursor.typed, found.length > 0).map(({ path, ...item }) => ({
    ...item,
    filterText: item.filterText(brackets + cursor.typed),
    span: cursor.span,
    newText: link(item.creates.title, path),
  }));
  return { incomplete: true, items: [...found, ...made] };
}
