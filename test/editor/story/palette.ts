import { editor } from '../ui/editor.ts';

const widget = '.quick-input-widget:not([style*="display: none"])';

/** VS Code's list at the top of the window: the command palette, and whatever a command asks with it. */
export const quickInput = {
  /** Types into it and takes the row with `row` in it, once it is there. */
  async choose(typed: string, row: string): Promise<void> {
    const { page } = editor();
    const wanted = page.locator(`${widget} .monaco-list-row`, { hasText: row }).first();
    await page.locator(`${widget} input.input`).waitFor();
    await page.keyboard.type(typed);
    await wanted.click();
  },

  /** Answers a question that has no list. */
  async answer(prompt: string, text: string): Promise<void> {
    const { page } = editor();
    await page.locator(widget, { hasText: prompt }).waitFor();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  },

  /** Runs a command by its title. */
  async run(title: string): Promise<void> {
    await editor().page.keyboard.press('F1');
    await quickInput.choose(title, title);
  },
};
