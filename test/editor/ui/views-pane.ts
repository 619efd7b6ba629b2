import type { Locator } from 'playwright-core';
import { editor } from './editor.ts';
import { until } from './until.ts';
import { command } from './workbench.ts';

/** The title of a view, as its header shows it. */
export type ViewTitle = 'Wiki' | 'This Page' | 'Claims';

/** A button that has done nothing by then is pressed again, in milliseconds. */
const SOON = 4000;

/** The views of our container in the side bar. */
export const viewsPane = {
  open: (): Promise<unknown> => command('workbench.view.extension.researchWiki'),
  close: (): Promise<unknown> => command('workbench.view.explorer'),

  pane: (view: ViewTitle): Locator =>
    editor().page.locator(`.pane:has(> .pane-header[aria-label^="${view}"])`),

  /** What the rows in sight say: label, then description. */
  rows: async (view: ViewTitle): Promise<readonly string[]> => {
    const rows = await viewsPane.pane(view).locator('.monaco-list-row .monaco-icon-label-container').all();
    const texts = await Promise.all(
      rows.map(row => row.locator('.label-name, .label-description').allInnerTexts()),
    );
    return texts.map(parts => parts.filter(text => text !== '').join(' '));
  },

  /** The first row whose label holds a text, once it is there. */
  async row(view: ViewTitle, text: string): Promise<Locator> {
    const label = editor().page.locator('.label-name', { hasText: text });
    const row = viewsPane.pane(view).locator('.monaco-list-row', { has: label }).first();
    await row.waitFor();
    return row;
  },

  /** Chooses something from a row's menu. */
  async choose(view: ViewTitle, text: string, choice: string): Promise<void> {
    await (await viewsPane.row(view, text)).click({ button: 'right' });
    const entry = editor().page.locator('.monaco-menu .action-item', { hasText: choice });
    await entry.waitFor();
    // VS Code passes over a click that comes too soon after the menu.
    await until(async () => {
      await entry.click({ timeout: 1000 }).catch(() => {});
      if ((await entry.count()) > 0) throw new Error(`the menu with "${choice}" stays`);
    });
  },

  /** Unfolds a row as one does with a click on its arrow. */
  async unfold(view: ViewTitle, text: string): Promise<void> {
    const row = await viewsPane.row(view, text);
    await until(async () => {
      if ((await row.getAttribute('aria-expanded')) === 'true') return;
      // It may be pushed down by rows that come in above it, and the click miss it.
      await row.locator('.monaco-tl-twistie').click();
      throw new Error(`"${text}" does not unfold`);
    });
  },

  /**
   * Presses a button that a row shows while the pointer is on it, until `check` no longer throws. While a view is drawn anew
   * VS Code shows the rows as they were, and passes over what is pressed there; the author presses again.
   */
  async press(view: ViewTitle, text: string, button: string, check: () => Promise<unknown>): Promise<void> {
    await until(async () => {
      if (
        await check().then(
          () => true,
          () => false,
        )
      )
        return;
      const row = await viewsPane.row(view, text);
      // It may be drawn anew in between, and the pointer be on it no more.
      await row.hover({ timeout: 2000 });
      await row.locator(`.action-label[aria-label^="${button}"]`).click({ timeout: 1000 });
      await until(check, SOON);
    });
  },

  /** Presses a button in a view's title. */
  async pressInTitle(view: ViewTitle, button: string): Promise<void> {
    const pane = viewsPane.pane(view);
    await pane.locator('.pane-header').hover();
    await pane.locator(`.pane-header .action-label[aria-label^="${button}"]`).click();
  },
};
