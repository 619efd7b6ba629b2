import type { ExecuteCommandParams } from 'vscode-languageserver';
import { lineStartsOf, positionAt } from '../../text/line-starts.ts';
import { CREATE_PAGE_COMMAND, type CreatePageArguments } from '../commands.ts';
import { guard } from '../guard.ts';
import { CONFIRM, type ConfirmParams } from '../protocol.ts';
import type { Session } from '../session.ts';

export function handleCommands(session: Session): void {
  const { connection } = session;
  connection.onExecuteCommand(
    guard(
      connection.console,
      'executeCommand',
      null,
      async ({ command, arguments: given }: ExecuteCommandParams): Promise<null> => {
        if (command === CREATE_PAGE_COMMAND) await createPage(session, given![0] as CreatePageArguments);
        return null;
      },
    ),
  );
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
