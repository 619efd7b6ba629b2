import { editor } from './editor.ts';

const row = '.suggest-widget.visible .monaco-list-row';

/** The list that opens while one types. */
export const suggestWidget = {
  /** Waits until it is there and done loading. */
  async opened(): Promise<void> {
    await editor().page.locator(row).first().waitFor();
  },

  /** Label, detail and kind of the rows in sight, as a screen reader has them. */
  async rows(): Promise<readonly string[]> {
    return editor()
      .page.locator(row)
      .evaluateAll(elements => elements.map(element => element.getAttribute('aria-label') ?? ''));
  },

  /** Takes the row that begins with `label`. */
  async accept(label: string): Promise<void> {
    const wanted = editor().page.locator(`${row}[aria-label^=${JSON.stringify(label)}]`);
    await wanted.first().click();
    await editor().page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  },

  async close(): Promise<void> {
    await editor().page.keyboard.press('Escape');
    await editor().page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  },
};
