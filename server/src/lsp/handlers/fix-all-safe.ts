import { filesOf } from '../../features/fixes.ts';
import { count } from '../../rules/words.ts';
import type { Session } from '../session.ts';
import { toEdit } from '../workspace-edit.ts';
import { safePlan } from './fix-all-actions.ts';

/** Applies every safe fix in every wiki, as one edit each that can be taken back, and says how many there were. */
export async function fixAllSafe(session: Session): Promise<void> {
  const { connection, queue, wikis } = session;
  await Promise.all(wikis.all().map(({ whenReady }) => whenReady));
  await queue.runAll();
  const files = new Set<string>();
  let fixed = 0;
  for (const wiki of wikis.all()) {
    const plan = safePlan(session, wiki);
    if (plan.fixed.length === 0) continue;
    const { applied, failureReason } = await connection.workspace.applyEdit({
      label: 'Fix all safe problems',
      edit: toEdit(session, wiki, plan.edits),
    });
    if (!applied) {
      connection.window.showErrorMessage(
        `The safe fixes were not applied${failureReason ? `: ${failureReason}` : ''}`,
      );
      return;
    }
    fixed += plan.fixed.length;
    for (const path of filesOf(plan.edits)) files.add(`${wiki.host.root}/${path}`);
  }
  connection.window.showInformationMessage(
    fixed === 0
      ? 'There is nothing that can be mended safely.'
      : `Mended ${count(fixed, 'problem')} in ${count(files.size, 'file')}.`,
  );
}
