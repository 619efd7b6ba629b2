import type { Page } from '../../wiki/page.ts';
import { stem } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { type Completions, NO_COMPLETIONS } from './completion.ts';
import type { CursorOf } from './cursor.ts';
import { choosePages } from './pages.ts';

/** `lenses: [mec|` → the pages of the type that the field names, by file name. */
export function completeField(wiki: Wiki, page: Page, cursor: CursorOf<'field'>): Completions {
  const spec = [...(page.type?.fields.pageFields ?? []), ...wiki.schema.allPages.pageFields].find(
    ({ key }) => key === cursor.key,
  );
  if (!spec) return NO_COMPLETIONS;
  const { choices, incomplete } = choosePages(wiki, page, cursor.typed, [spec.type], 'only-wanted');
  return {
    incomplete,
    items: choices
      .filter(({ rank }) => rank === 0)
      .map(({ page: target }) => ({
        kind: 'page',
        label: stem(target.path),
        description: target.title,
        filterText: `${stem(target.path)} ${target.title}`,
        rank: stem(target.path),
        span: cursor.span,
        newText: stem(target.path),
        page: target.path,
      })),
  };
}
