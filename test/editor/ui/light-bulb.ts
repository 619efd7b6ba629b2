import { editor } from './editor.ts';

// The panel of a submenu bears the class too, and is there although nothing shows.
const widget = '.action-widget:not(.action-list-submenu-panel)';

/** The menu that Ctrl+. opens. */
export const lightBulb = {
  /** Opens it at the cursor and gives the titles. */
  async open(): Promise<readonly string[]> {
    await editor().page.keyboard.press('Control+Period');
    await editor().page.locator(`${widget} .monaco-list-row.action`).first().waitFor();
    const titles = await editor().page.locator(`${widget} .monaco-list-row.action`).allInnerTexts();
    return titles.map(title => title.trim());
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
