import { editor } from './editor.ts';

const row = '.suggest-widget.visible .monaco-list-row';

const rowsInSight = () =>
  editor()
    .page.locator(row)
    .evaluateAll(elements =>
      elements.map(element => ({
        index: element.getAttribute('data-index') ?? '',
        label: element.getAttribute('aria-label') ?? '',
      })),
    );

/** The list that opens while one types. */
export const suggestWidget = {
  /** Waits until it is there and done loading. */
  async opened(): Promise<void> {
    await editor().page.locator(row).first().waitFor();
  },

  /** Label, detail and kind of all rows, as a screen reader has them. Goes through the list, since it holds what is in sight. */
  async rows(): Promise<readonly string[]> {
    const rows = new Map<string, string>();
    for (let before = -1; rows.size > before; await editor().page.keyboard.press('PageDown')) {
      before = rows.size;
      for (const { index, label } of await rowsInSight()) rows.set(index, label);
    }
    return [...rows.values()];
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
