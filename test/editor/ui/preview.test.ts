import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { editor } from './editor.ts';
import { previewFrameWith } from './preview-frame.ts';
import { until } from './until.ts';
import { closeAll, openPage, screenshot } from './workbench.ts';

describe('the preview', () => {
  afterEach(closeAll);

  it('shows the page’s card in place of its front matter, and marks a contradicted number', async () => {
    const { page } = editor();
    await openPage('findings/2024-mistakes-on-purpose.md');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('v');
    const frame = await previewFrameWith('.research-wiki-card');
    await until(async () => {
      const card = await frame.locator('.research-wiki-card').innerText();
      assert.match(card, /finding/i);
      assert.match(card, /2024-06-01/);
    });
    assert.equal(await frame.locator('.frontmatter').count(), 0);
    await until(async () => {
      const wrong = await frame.locator('.research-wiki-contradicted').allInnerTexts();
      assert.ok(
        wrong.some(text => text.includes('36.44')),
        wrong.join(', '),
      );
    });
    await screenshot('preview');
  });
});
