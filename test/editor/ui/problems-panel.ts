import { editor } from './editor.ts';
import { command } from './workbench.ts';

/** VS Code's own Problems panel. */
export const problemsPanel = {
  /** Shows it over the whole height, since rows that are out of sight do not exist. */
  async open(): Promise<void> {
    await command('workbench.actions.view.problems');
    const panel = editor().page.locator('.markers-panel');
    await panel.waitFor();
    const box = await panel.boundingBox();
    if ((box?.height ?? 0) < 500) await command('workbench.action.toggleMaximizedPanel');
  },

  /** What each row says: files with their number of problems, then their problems. */
  async rows(): Promise<readonly string[]> {
    const rows = editor().page.locator('.markers-panel .monaco-list-row');
    return rows.evaluateAll(elements => elements.map(element => element.getAttribute('aria-label') ?? ''));
  },
};
