import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { completionsAt } from '../../features/completion/complete.ts';
import type { Completion } from '../../features/completion/completion.ts';
import { pageCard } from '../../features/page-card.ts';
import { lineStartsIn } from '../../host/lines.ts';
import { guard } from '../guard.ts';
import { rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import type { Place } from '../wikis.ts';
import { placeAt } from './place-at.ts';

/** Characters after which a list opens by itself. */
export const TRIGGERS = ['[', '(', '/', '#'] as const;

const KINDS = { page: CompletionItemKind.File, anchor: CompletionItemKind.Reference } as const;

/** What an item needs to get its documentation later. */
interface ItemData {
  readonly uri: string;
  readonly page: string;
}

export function handleCompletion(session: Session): void {
  const { connection } = session;
  connection.onCompletion(
    guard(
      connection.console,
      'completion',
      null,
      async ({ textDocument, position }: CompletionParams): Promise<CompletionList | null> => {
        const place = await placeAt(session, textDocument.uri, position);
        if (!place) return null;
        const { items, incomplete } = completionsAt(place.wiki.host.wiki, place.path, place.offset);
        return { isIncomplete: incomplete, items: items.map(item => toItem(place, textDocument.uri, item)) };
      },
    ),
  );
  connection.onCompletionResolve(
    guard(
      connection.console,
      'completionItem/resolve',
      { label: '' },
      (item: CompletionItem): CompletionItem => {
        const { uri, page } = (item.data ?? {}) as Partial<ItemData>;
        const wiki = uri === undefined ? undefined : session.wikis.placeOf(uri)?.wiki.host.wiki;
        const target = page === undefined ? undefined : wiki?.pages.get(page);
        return wiki && target
          ? { ...item, documentation: { kind: 'markdown', value: pageCard(wiki, target) } }
          : item;
      },
    ),
  );
}

function toItem({ wiki, path }: Place, uri: string, completion: Completion): CompletionItem {
  const data: ItemData = { uri, page: completion.page };
  return {
    label: completion.label,
    labelDetails: { description: completion.description },
    kind: KINDS[completion.kind],
    filterText: completion.filterText,
    // Before the built-in's bare paths.
    sortText: `!${completion.rank}`,
    textEdit: { range: rangeIn(lineStartsIn(wiki.host, path), completion.span), newText: completion.newText },
    data,
  };
}
