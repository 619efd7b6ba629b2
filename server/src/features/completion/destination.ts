import { encodePath } from '../../wiki/destination.ts';
import type { Page } from '../../wiki/page.ts';
import { folderOf, relativePath } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Completions } from './completion.ts';
import type { CursorOf } from './cursor.ts';
import { choosePages, describePage } from './pages.ts';
import { wantedAt } from './wanted.ts';

/** `](../con|` → the way to a page, found by its title or its path. */
export function completeDestination(
  wiki: Wiki,
  page: Page,
  cursor: CursorOf<'destination'>,
  offset: number,
  text: string,
): Completions {
  const linkStart = text.lastIndexOf('[', cursor.span.start);
  const wanted = wantedAt(page, offset, linkStart, text);
  const { choices, incomplete } = choosePages(wiki, page, cursor.typed, wanted.types, wanted.only);
  return {
    incomplete,
    items: choices.map(({ page: target, rank }) => {
      const way = relativePath(folderOf(page.path), target.path);
      const newText = cursor.angle ? way.replace(/[<>\\]/g, '\\$&') : encodePath(way);
      return {
        kind: 'page',
        label: target.title,
        description: describePage(target),
        // `./` and the like are typed by habit; they must not hide what they lead to.
        filterText: `${/^(?:\.\/)?/.exec(cursor.typed)![0]}${newText} ${target.title}`,
        rank: `${rank}${target.title.toLowerCase()}`,
        span: cursor.span,
        newText,
        page: target.path,
      };
    }),
  };
}
