import { editor } from './editor.ts';

const rows = () => editor().page.locator('.monaco-hover:not(.hidden) .hover-row:not(.status-bar)');

/** The card over a word. */
export const hoverCard = {
  /** Opens it at the cursor by the keyboard. Its rows come as they are answered, each in its own time. */
  async open(): Promise<void> {
    await editor().page.keyboard.press('Control+K');
    await editor().page.keyboard.press('Control+I');
    await rows().first().waitFor();
  },

  /** The text of each row that is there now. */
  rows: (): Promise<readonly string[]> => rows().allInnerTexts(),
};
