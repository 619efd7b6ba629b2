import type { Wiki } from '../../wiki/wiki.ts';
import { type Completions, NO_COMPLETIONS } from './completion.ts';
import { cursorAt } from './cursor.ts';
import { completeDestination } from './destination.ts';
import { completeField } from './field.ts';
import { completeFragment } from './fragment.ts';
import { completeLinkText } from './link-text.ts';

/** What can be written at an offset of an open page. */
export function completionsAt(wiki: Wiki, path: string, offset: number): Completions {
  const page = wiki.pages.get(path);
  const text = page && wiki.sources.textOf(path);
  if (!page || text === undefined || page.facts.partial) return NO_COMPLETIONS;
  const cursor = cursorAt(page.facts, text, offset);
  switch (cursor?.kind) {
    case undefined:
      return NO_COMPLETIONS;
    case 'link-text':
      return completeLinkText(wiki, page, cursor, offset, text);
    case 'destination':
      return completeDestination(wiki, page, cursor, offset, text);
    case 'fragment':
      return completeFragment(wiki, page, cursor);
    case 'field':
      return completeField(wiki, page, cursor);
  }
}
