import { editor } from './editor.ts';
import { until } from './until.ts';

// The panel of a submenu bears the class too, and is there although nothing shows.
const widget = '.action-widget:not(.action-list-submenu-panel)';

/** The menu that Ctrl+. opens. */
export const lightBulb = {
  /** Opens it at the cursor and gives the titles. */
  async open(): Promise<readonly string[]> {
    const rows = editor().page.locator(`${widget} .monaco-list-row.action`);
    // Asked while a page is being checked, VS Code says that there is nothing; a person asks again.
    await until(async () => {
      await editor().page.keyboard.press('Control+Period');
      await rows.first().waitFor({ timeout: 3000 });
    });
    return (await rows.allInnerTexts()).map(title => title.trim());
  },

  async choose(title: string): Promise<void> {
    await editor().page.locator(`${widget} .monaco-list-row.action`, { hasText: title }).first().click();
    await editor().page.locator(widget).waitFor({ state: 'hidden' });
  },

  async close(): Promise<void> {
    await editor().page.keyboard.press('Escape');
    await editor().page.locator(widget).waitFor({ state: 'hidden' });
  },
};
