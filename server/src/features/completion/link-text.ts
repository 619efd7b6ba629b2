import { encodePath } from '../../wiki/destination.ts';
import { escapeLinkText } from '../../wiki/link-text.ts';
import type { Page } from '../../wiki/page.ts';
import { folderOf, relativePath, stem } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Completions } from './completion.ts';
import type { CursorOf } from './cursor.ts';
import { choosePages, describePage } from './pages.ts';
import { wantedAt } from './wanted.ts';

/** `[sca|` → the whole link, with the page's title as its text. */
export function completeLinkText(
  wiki: Wiki,
  page: Page,
  cursor: CursorOf<'link-text'>,
  offset: number,
  text: string,
): Completions {
  const wanted = wantedAt(page, offset, cursor.span.start, text);
  const { choices, incomplete } = choosePages(wiki, page, cursor.typed, wanted.types, wanted.only);
  return {
    incomplete,
    items: choices.map(({ page: target, rank }) => ({
      kind: 'page',
      label: target.title,
      description: describePage(target),
      filterText: `[${target.title} ${stem(target.path)}`,
      rank: `${rank}${target.title.toLowerCase()}`,
      span: cursor.span,
      newText: `[${escapeLinkText(target.title)}](${encodePath(relativePath(folderOf(page.path), target.path))})`,
      page: target.path,
    })),
  };
}
