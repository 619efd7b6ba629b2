import { encodePath } from '../../wiki/destination.ts';
import type { Page } from '../../wiki/page.ts';
import { folderOf, relativePath } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Completions } from './completion.ts';
import type { CursorOf } from './cursor.ts';
import { newPages } from './new-pages.ts';
import { choosePages, describePage } from './pages.ts';
import { nameWords } from './search-words.ts';
import { wantedAt } from './wanted.ts';

/** `](../con|` → the way to a page, found by its title, its names or its path. */
export function completeDestination(
  wiki: Wiki,
  page: Page,
  cursor: CursorOf<'destination'>,
  offset: number,
  text: string,
): Completions {
  const linkStart = text.lastIndexOf('[', cursor.span.start);
  const wanted = wantedAt(page, offset, linkStart, text);
  const { choices } = choosePages(wiki, page, cursor.typed, wanted);
  const wayTo = (path: string) => {
    const way = relativePath(folderOf(page.path), path);
    return cursor.angle ? way.replace(/[<>\\]/g, '\\$&') : encodePath(way);
  };
  const found = choices.map(({ page: target, rank }) => {
    const newText = wayTo(target.path);
    return {
      kind: 'page' as const,
      label: target.title,
      description: describePage(target),
      // `./` and the like are typed by habit; they must not hide what they lead to.
      filterText: [/^(?:\.\/)?/.exec(cursor.typed)![0] + newText, target.title, ...nameWords(target)].join(
        ' ',
      ),
      rank,
      span: cursor.span,
      newText,
      page: target.path,
    };
  });
  // A path that is typed may lead anywhere; a name, or the link's own text, is the title of a page.
  const title = /[/.]/.test(cursor.typed) ? '' : cursor.typed || cursor.text;
  const made = newPages(wiki, wanted, title, found.length > 0).map(({ path, ...item }) => ({
    ...item,
    filterText: item.filterText(cursor.typed),
    span: cursor.span,
    newText: wayTo(path),
  }));
  return { incomplete: true, items: [...found, ...made] };
}
