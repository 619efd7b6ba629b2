import type { Wiki } from '../../wiki/wiki.ts';
import type { Asker } from '../asker.ts';
import { type Completions, NO_COMPLETIONS } from './completion.ts';
import { cursorAt } from './cursor.ts';
import { completeDestination } from './destination.ts';
import { completeFieldName } from './field-name.ts';
import { completeFieldValue } from './field-value.ts';
import { completeFragment } from './fragment.ts';
import { completeLabel } from './label.ts';
import { completeLinkText } from './link-text.ts';
import { completePagePath } from './page-path.ts';
import { completeSection } from './section.ts';

/** How the list came to be asked for. */
export interface Asked {
  /** `markdown-editor` only where the editor's own path completion answers the same request. */
  readonly asker: Asker;
}

/** What can be written at an offset of an open page. */
export function completionsAt(wiki: Wiki, path: string, offset: number, asked: Asked): Completions {
  const page = wiki.pages.get(path);
  const text = page && wiki.sources.textOf(path);
  if (!page || text === undefined || page.facts.partial) return NO_COMPLETIONS;
  const cursor = cursorAt(page.facts, text, offset);
  switch (cursor?.kind) {
    case undefined:
      return NO_COMPLETIONS;
    case 'link-text':
      return completeLinkText(wiki, page, cursor, offset, text);
    case 'label':
      return completeLabel(wiki, page, cursor, offset, text, asked);
    case 'destination':
      return completeDestination(wiki, page, cursor, offset, text);
    case 'fragment':
      return completeFragment(wiki, page, cursor);
    case 'page-path':
      return completePagePath(wiki, page, cursor);
    case 'section':
      return completeSection(page, cursor);
    case 'field-name':
      return completeFieldName(wiki, page, cursor);
    case 'field':
      return completeFieldValue(wiki, page, cursor);
  }
}
