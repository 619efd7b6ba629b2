import { posix } from 'node:path';
import { type RenameFilesParams, WillRenameFilesRequest, type WorkspaceEdit } from 'vscode-languageserver';
import { freshEdits } from '../../host/fresh-edits.ts';
import { movedFiles, moveEdits } from '../../wiki/moves/move-edits.ts';
import { type Move, Moves } from '../../wiki/moves/moves.ts';
import { guard } from '../guard.ts';
import { mendMoved } from '../offer-moves.ts';
import {
  LEAVE_OWN_LINKS,
  type LeaveOwnLinksParams,
  MEND_OWN_LINKS,
  type MendOwnLinksParams,
} from '../protocol.ts';
import { toRenameEdit, type WikiEdits } from '../rename-edit.ts';
import type { Renames } from '../renames.ts';
import type { Session } from '../session.ts';
import { fileOf, pathUnder } from '../uris.ts';
import type { OpenWiki } from '../wikis.ts';

/** Before files or folders are moved in the editor: the edits that keep links right. Nothing is refused here. */
export function handleWillRenameFiles(session: Session, renames: Renames): void {
  const { connection } = session;
  connection.onNotification(LEAVE_OWN_LINKS, ({ uris }: LeaveOwnLinksParams) =>
    renames.leaveOwnLinksOf(uris),
  );
  connection.onNotification(MEND_OWN_LINKS, (params: MendOwnLinksParams) => {
    mendOwnLinks(session, params).catch(error => connection.console.error(String(error)));
  });
  connection.onRequest<WorkspaceEdit | null, void>(
    WillRenameFilesRequest.method,
    guard(
      connection.console,
      'willRenameFiles',
      null,
      async ({ files }: RenameFilesParams): Promise<WorkspaceEdit | null> => {
        const isLeft = renames.takeLeft();
        const all: WikiEdits[] = [];
        for (const wiki of session.wikis.all()) {
          const moves = movesIn(wiki, files);
          if (moves.length === 0) continue;
          if (!wiki.ready) await wiki.whenReady;
          expectMoves(wiki, moves);
          if (moves.length === 1 && renames.isAnswered(wiki, moves[0]!)) continue;
          const leavesOwnLinks = (path: string) => isLeft(wiki, path);
          const found = freshEdits(
            wiki.host,
            () => moveEdits(wiki.host.wiki, moves, { leavesOwnLinks, schemaFile: wiki.host.schemaFile }),
            change => session.changed(wiki, change),
          );
          if (found && found.edits.size > 0) all.push({ wiki, edits: found.edits });
        }
        return all.length > 0 ? toRenameEdit(session, all) : null;
      },
    ),
  );
}

/** What moves is no news when it is seen, but where it came from helps to mend what is left. */
function expectMoves({ host: { wiki } }: OpenWiki, list: readonly Move[]): void {
  const moves = new Moves(list);
  for (const from of movedFiles(wiki, moves)) wiki.seenMoves.expect({ from, to: moves.newPath(from) });
}

/** Mends the links of pages that were moved and whose own links were left. */
async function mendOwnLinks(session: Session, { files }: MendOwnLinksParams): Promise<void> {
  for (const wiki of session.wikis.all()) {
    const { host } = wiki;
    const made = new Moves(movesIn(wiki, [...files]));
    if (made.all.length === 0) continue;
    // The news of the move may not have come yet.
    session.changed(wiki, host.filesChanged(made.all.flatMap(({ from, to }) => [from, to])));
    const moves = [...host.wiki.pages.keys()].flatMap(to => {
      const from = made.oldPath(to);
      return from === undefined ? [] : [{ from, to }];
    });
    await mendMoved(session, wiki, moves, 'own');
  }
}

/** The moves that begin in a wiki. What leaves it gets a path that begins with `../`. */
function movesIn({ host: { root } }: OpenWiki, files: RenameFilesParams['files']): readonly Move[] {
  return files.flatMap(({ oldUri, newUri }) => {
    const from = pathUnder(root, fileOf(oldUri) ?? '');
    const to = fileOf(newUri);
    return from && to !== undefined ? [{ from, to: pathUnder(root, to) ?? posix.relative(root, to) }] : [];
  });
}
