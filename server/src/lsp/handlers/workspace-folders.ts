import type { Session } from '../session.ts';

/** Folders that come and go while the editor is open. */
export function handleWorkspaceFolders(session: Session): void {
  // The connection has `onDidChangeWorkspaceFolders` only after `initialized`.
  session.connection.onNotification(
    'workspace/didChangeWorkspaceFolders',
    ({ event }: { event: { added: { uri: string }[]; removed: { uri: string }[] } }) => {
      for (const { uri } of event.removed) session.removeFolder(uri);
      for (const { uri } of event.added) session.addFolder(uri);
    },
  );
}
