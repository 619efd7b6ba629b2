import type { ExecuteCommandParams } from 'vscode-languageserver';
import { newPage } from '../../features/new-page.ts';
import { createPageFix } from '../../rules/create-page.ts';
import { lineStartsOf, positionAt } from '../../text/line-starts.ts';
import { targetsOf } from '../../wiki/targets.ts';
import {
  CREATE_NEW_PAGE_COMMAND,
  CREATE_PAGE_COMMAND,
  type CreatePageArguments,
  FIX_ALL_SAFE_COMMAND,
  type LensArguments,
  type NewPageArguments,
  SHOW_LENS_COMMAND,
} from '../commands.ts';
import { guard } from '../guard.ts';
import { CONFIRM, type ConfirmParams } from '../protocol.ts';
import type { Session } from '../session.ts';
import { showLens } from './code-lens.ts';
import { fixAllSafe } from './fix-all-safe.ts';

export function handleCommands(session: Session): void {
  const { connection } = session;
  connection.onExecuteCommand(
    guard(
      connection.console,
      'executeCommand',
      null,
      async ({ command, arguments: given }: ExecuteCommandParams): Promise<null> => {
        if (command === CREATE_PAGE_COMMAND) await createPage(session, given![0] as CreatePageArguments);
        if (command === CREATE_NEW_PAGE_COMMAND) await createNewPage(session, given![0] as NewPageArguments);
        if (command === SHOW_LENS_COMMAND) await showLens(session, given![0] as LensArguments);
        if (command === FIX_ALL_SAFE_COMMAND) await fixAllSafe(session);
        return null;
      },
    ),
  );
}

/** A link to a page that does not exist yet was taken from the list. */
async function createNewPage(session: Session, { uri, type, title }: NewPageArguments): Promise<void> {
  const place = await session.readyPlace(uri);
  if (!place) return;
  const { wiki } = place.wiki.host;
  const page = newPage(wiki, type, title, undefined);
  // The link stands in the page by now, so that its section says whether the new page must list this one.
  const from = wiki.pages.get(place.path);
  const link =
    from &&
    targetsOf(wiki, from).find(({ target }) => target.kind === 'missing' && target.path === page.path);
  const fix = from && link && createPageFix(wiki, from, page.path, link.link.span);
  const [made] = fix?.edits ?? [];
  await createPage(session, {
    uri: session.wikis.uriOf(place.wiki, page.path),
    name: page.path,
    text: made && 'create' in made ? made.create : page.text,
    offset: fix?.open?.offset ?? page.cursor,
  });
}

/** Asks, then makes the page and shows it. An existing file is never overwritten: the client refuses the edit. */
async function createPage(session: Session, { uri, name, text, offset }: CreatePageArguments): Promise<void> {
  const { connection } = session;
  if (!(await confirm(session, `Create "${name}"?`, 'Create'))) return;
  const start = { line: 0, character: 0 };
  const { applied, failureReason } = await connection.workspace.applyEdit({
    label: `Create ${name}`,
    edit: {
      documentChanges: [
        { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
      ],
    },
  });
  if (!applied) {
    connection.window.showErrorMessage(
      `"${name}" was not created${failureReason ? `: ${failureReason}` : ''}`,
    );
    return;
  }
  if (!session.client.showsDocuments) return;
  const position = positionAt(lineStartsOf(text), offset);
  await connection.window.showDocument({
    uri,
    takeFocus: true,
    selection: { start: position, end: position },
  });
}

async function confirm(session: Session, question: string, action: string): Promise<boolean> {
  const { connection } = session;
  if (session.client.options.confirms) {
    return connection.sendRequest<boolean>(CONFIRM, { question, action } satisfies ConfirmParams);
  }
  const answer = await connection.window.showInformationMessage(
    question,
    { title: action },
    { title: 'Cancel' },
  );
  return answer?.title === action;
}
