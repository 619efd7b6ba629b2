import { freshEdits } from '../host/fresh-edits.ts';
import type { PageEdits } from '../wiki/moves/edits-by-page.ts';
import type { Move } from '../wiki/moves/moves.ts';
import { retargetEdits } from '../wiki/moves/retarget-edits.ts';
import { toRenameEdit } from './rename-edit.ts';
import type { Session } from './session.ts';
import type { OpenWiki } from './wikis.ts';

/** Files were moved by another program: offers, where that broke links, to mend them. Otherwise says nothing. */
export async function offerMoves(session: Session, wiki: OpenWiki): Promise<void> {
  const moves = wiki.host.wiki.seenMoves.takeNews();
  if (!wiki.ready || moves.length === 0) return;
  const links = countOf(workOut(session, wiki, moves));
  if (links === 0) return;
  const what =
    moves.length === 1 ? `"${moves[0]!.from}" moved to "${moves[0]!.to}"` : `${moves.length} files moved`;
  const title = links === 1 ? 'Retarget 1 Link' : `Retarget ${links} Links`;
  const answer = await session.connection.window.showInformationMessage(`${what}.`, { title });
  if (answer?.title === title) await mendMoved(session, wiki, moves);
}

/** Mends what moves have broken, all links or only those in the pages that moved. The client applies it, and may save. */
export async function mendMoved(
  session: Session,
  wiki: OpenWiki,
  moves: readonly Move[],
  which: 'all' | 'own' = 'all',
): Promise<void> {
  const found = workOut(session, wiki, moves);
  const isMeant = (path: string) => which === 'all' || moves.some(({ to }) => to === path);
  const edits = new Map([...(found?.edits ?? [])].filter(([path]) => isMeant(path)));
  if (edits.size === 0) return;
  await session.connection.workspace.applyEdit({
    label: 'Retarget links',
    edit: toRenameEdit(session, [{ wiki, edits }]),
    metadata: { isRefactoring: true },
  });
}

const workOut = (session: Session, wiki: OpenWiki, moves: readonly Move[]): PageEdits | undefined =>
  freshEdits(
    wiki.host,
    () => retargetEdits(wiki.host.wiki, moves),
    change => session.changed(wiki, change),
  );

const countOf = (found: PageEdits | undefined): number =>
  found ? [...found.edits.values()].reduce((sum, edits) => sum + edits.length, 0) : 0;
