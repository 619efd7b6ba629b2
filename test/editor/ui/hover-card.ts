import { editor } from './editor.ts';

/** The card over a word. */
export const hoverCard = {
  /** Opens it at the cursor by the keyboard and gives the text of each of its rows. */
  async open(): Promise<readonly string[]> {
    const { page } = editor();
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    const rows = page.locator('.monaco-hover:not(.hidden) .hover-row:not(.status-bar)');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  },
};
