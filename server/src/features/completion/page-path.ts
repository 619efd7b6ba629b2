import type { Page } from '../../wiki/page.ts';
import { folderOf, resolvePath } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { type Completions, NO_COMPLETIONS } from './completion.ts';
import type { CursorOf } from './cursor.ts';
import { choosePages, describePage } from './pages.ts';
import { nameWords } from './search-words.ts';

/** `concepts/mec|` in prose → the pages of that folder, seen from the page or from a folder above it, as such paths are read. */
export function completePagePath(wiki: Wiki, page: Page, cursor: CursorOf<'page-path'>): Completions {
  const folder = meantFolder(wiki, page, cursor.folder);
  if (folder === undefined) return NO_COMPLETIONS;
  const withEnding = page.facts.pagePaths.some(({ path }) => path.endsWith('.md'));
  const name = cursor.typed.slice(cursor.folder.length + 1);
  const { choices, incomplete } = choosePages(wiki, page, name, { types: [], only: 'all' }, folder);
  return {
    incomplete,
    items: choices.map(({ page: target, rank }) => {
      const way = cursor.folder + target.path.slice(folder.length);
      return {
        kind: 'page' as const,
        label: target.title,
        description: describePage(target),
        filterText: [way, target.title, ...nameWords(target)].join(' '),
        rank,
        span: cursor.span,
        newText: withEnding ? way : way.replace(/\.md$/, ''),
        page: target.path,
      };
    }),
  };
}

function meantFolder(wiki: Wiki, page: Page, written: string): string | undefined {
  for (
    let from: string | undefined = folderOf(page.path);
    from !== undefined;
    from = from === '' ? undefined : folderOf(from)
  ) {
    const folder = resolvePath(from, written);
    if (folder !== '' && wiki.files.hasFolder(folder)) return folder;
  }
  return undefined;
}
