import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { editor } from './editor.ts';
import { until } from './until.ts';
import { closeAll, goTo, screenshot, setSetting } from './workbench.ts';

describe('the text of a page', () => {
  afterEach(async () => {
    await closeAll();
    await setSetting('editor.semanticHighlighting.enabled', undefined);
  });

  it('has the theme’s colour of numbers where a table agrees, and its own elsewhere', async () => {
    await goTo('findings/2024-mistakes-on-purpose.md', 'from 26.94');
    await until(async () => {
      assert.notEqual(await styleOf(/^26\.94$/), await styleOf(/relative\sincrease/), 'a number that agrees');
    });
    await screenshot('tokens');
    await setSetting('editor.semanticHighlighting.enabled', false);
    await until(async () => {
      assert.equal(
        await styleOf(/26\.94/),
        await styleOf(/relative\sincrease/),
        'with semantic highlighting off',
      );
    });
  });
});

/** The colour and style of the first stretch of text in one style that is, or holds, this: one class stands for both. */
async function styleOf(text: RegExp): Promise<string | null> {
  const stretches = editor().page.locator('.monaco-editor .view-line span > span');
  return await stretches.filter({ hasText: text }).first().getAttribute('class', { timeout: 2000 });
}
