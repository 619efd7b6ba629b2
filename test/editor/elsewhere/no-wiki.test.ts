import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { serversBelow } from '../launch/processes.ts';
import { editor } from '../ui/editor.ts';
import { previewFrameWith } from '../ui/preview-frame.ts';
import { until } from '../ui/until.ts';
import { viewsPane } from '../ui/views-pane.ts';
import { closeAll, openPage, screenshot } from '../ui/workbench.ts';

describe('in a folder that is no wiki', () => {
  afterEach(closeAll);

  it('nothing of ours is underlined, listed, or in the status bar', async () => {
    const { page, driver } = editor();
    await openPage('shopping.md');
    // Where VS Code's own support has answered, ours would have too.
    await page.locator('.detected-link').first().waitFor();
    await page.keyboard.press('Control+Home');
    const found = await driver.evaluate(
      vscode => vscode.languages.getDiagnostics().flatMap(([, all]) => all.map(({ source }) => source)),
      undefined,
    );
    assert.deepEqual(found, []);
    assert.equal(await page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').count(), 0);
    await screenshot('no-wiki');
  });

  it('our views offer to make a wiki', async () => {
    await viewsPane.open();
    const pane = viewsPane.pane('Wiki');
    await pane.locator('.monaco-button', { hasText: 'Create Research Wiki Here' }).waitFor();
    assert.equal(await viewsPane.pane('Claims').count(), 0);
    await screenshot('views-welcome');
    await viewsPane.close();
  });

  it('no language server of ours is started, not even by the preview', async () => {
    const { page } = editor();
    await openPage('shopping.md');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('v');
    const frame = await previewFrameWith('h1');
    await until(async () => assert.match(await frame.locator('h1').innerText(), /Shopping/));
    assert.equal(await frame.locator('.research-wiki-card').count(), 0);
    assert.deepEqual(serversBelow(process.pid), []);
  });

  it('a folder’s menu offers to make it one', async () => {
    const { page } = editor();
    await page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'findings' })
      .click({ button: 'right' });
    await page.locator('.context-view .action-label', { hasText: 'Create Research Wiki Here' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });
});
