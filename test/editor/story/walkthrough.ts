import assert from 'node:assert/strict';
import { editor } from '../ui/editor.ts';
import { until } from '../ui/until.ts';
import { quickInput } from './palette.ts';

export type Step = 'open' | 'write' | 'table' | 'fix' | 'preview';

const TITLE = 'Get Started with Research Wiki';

const stepOf = (step: Step) =>
  editor().page.locator(`[data-step-id="research-wiki.research-wiki#start#${step}"]`);

/** Our walkthrough, as it opens by itself once the extension is installed. */
export const walkthrough = {
  async open(): Promise<void> {
    await quickInput.run('Open Walkthrough');
    await quickInput.choose(TITLE, TITLE);
    await stepOf('open').waitFor();
  },

  /** Comes back to it from another tab and unfolds a step. */
  async goTo(step: Step): Promise<void> {
    await editor()
      .page.locator('.tab', { hasText: /Walkthrough|Welcome/ })
      .first()
      .click();
    const it = stepOf(step);
    // Back at its tab VS Code may show the list of all walkthroughs; what is not in sight is disabled.
    const card = editor().page.locator('.getting-started-category', { hasText: TITLE });
    await until(async () => {
      if (
        await card
          .first()
          .isEnabled({ timeout: 500 })
          .catch(() => false)
      )
        await card.first().click();
      if (!(await it.getAttribute('class'))?.includes('expanded')) await it.click({ timeout: 1000 });
      assert.match((await it.getAttribute('class')) ?? '', /expanded/);
      assert.ok(await it.isEnabled());
    });
  },

  /** Presses a button of a step. */
  async press(step: Step, button: string): Promise<void> {
    await walkthrough.goTo(step);
    await stepOf(step).getByRole('button', { name: button }).click();
  },

  isDone: async (step: Step): Promise<boolean> =>
    (await stepOf(step).getAttribute('aria-checked')) === 'true',
};
