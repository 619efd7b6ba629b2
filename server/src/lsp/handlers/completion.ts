import {
  type CompletionContext,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import type { Asker } from '../../features/asker.ts';
import { completionsAt } from '../../features/completion/complete.ts';
import type { Completion } from '../../features/completion/completion.ts';
import { pageCard } from '../../features/page-card.ts';
import { lineStartsIn } from '../../host/lines.ts';
import { CREATE_NEW_PAGE_COMMAND, type NewPageArguments } from '../commands.ts';
import { guard } from '../guard.ts';
import { rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import type { Place } from '../wikis.ts';
import { placeAt } from './place-at.ts';

/** Characters after which a list opens by itself. */
export const TRIGGERS = ['[', '(', '/', '#'] as const;

const KINDS = {
  page: CompletionItemKind.File,
  anchor: CompletionItemKind.Reference,
  label: CompletionItemKind.Reference,
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  section: CompletionItemKind.Struct,
  'new-page': CompletionItemKind.Constructor,
} as const;

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
      async ({ textDocument, position, context }: CompletionParams): Promise<CompletionList | null> => {
        const place = await placeAt(session, textDocument.uri, position);
        if (!place) return null;
        const { items, incomplete } = completionsAt(place.wiki.host.wiki, place.path, place.offset, {
          asker: askerOf(session, context),
        });
        return {
          isIncomplete: incomplete,
          items: items.flatMap(item => toItem(session, place, textDocument.uri, item) ?? []),
        };
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

/**
 * VS Code's own path completion answers beside us where it is on, but not what a bracket asks for: that is no trigger
 * character of its.
 */
function askerOf(session: Session, context: CompletionContext | undefined): Asker {
  const { asker } = session.client;
  const paths = session.published.vscodeMarkdown?.pathSuggestions !== false;
  return asker === 'markdown-editor' && paths && context?.triggerCharacter !== '['
    ? 'markdown-editor'
    : 'plain-editor';
}

/** Writing goes on within what was inserted; where no client can be told, in front of what comes behind. */
function withCaret(
  { client }: Session,
  { newText, caret = newText.length }: Completion,
  range: Range,
): Partial<CompletionItem> {
  const before = newText.slice(0, caret);
  if (!client.snippetItems) return { textEdit: { range, newText: before } };
  const escaped = (text: string) => text.replace(/[\\$}]/g, '\\$&');
  return {
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: { range, newText: `${escaped(before)}$0${escaped(newText.slice(caret))}` },
    ...(client.asker === 'markdown-editor'
      ? { command: { title: '', command: 'editor.action.triggerSuggest' } }
      : {}),
  };
}

function toItem(
  session: Session,
  { wiki, path }: Place,
  uri: string,
  completion: Completion,
): CompletionItem | undefined {
  const { page, note, also, creates } = completion;
  if (creates && !session.client.createsFiles) return undefined;
  const starts = lineStartsIn(wiki.host, path);
  return {
    label: completion.label,
    labelDetails: { description: completion.description },
    kind: KINDS[completion.kind],
    filterText: completion.filterText,
    // Before the built-in's bare paths.
    sortText: `!${completion.rank}`,
    textEdit: { range: rangeIn(starts, completion.span), newText: completion.newText },
    ...(completion.caret === undefined
      ? {}
      : withCaret(session, completion, rangeIn(starts, completion.span))),
    ...(also
      ? { additionalTextEdits: also.map(({ span, newText }) => ({ range: rangeIn(starts, span), newText })) }
      : {}),
    ...(note === undefined ? {} : { documentation: note }),
    ...(page === undefined ? {} : { data: { uri, page } satisfies ItemData }),
    ...(creates
      ? {
          command: {
            title: completion.label,
            command: CREATE_NEW_PAGE_COMMAND,
            arguments: [{ uri, ...creates } satisfies NewPageArguments],
          },
        }
      : {}),
  };
}
