import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import { editor } from './editor.ts';
import { until } from './until.ts';
import { closeAll, openPage, screenshot } from './workbench.ts';

const NEW = 'concepts/calibration.md';

describe('a new page', () => {
  afterEach(async () => {
    await closeAll();
    rmSync(join(editor().wiki, NEW), { force: true });
  });

  it('comes from New Page, by type and title, with the sections of its type', async () => {
    const { page } = editor();
    await openPage('index.md');
    // Not awaited: the command ends when the questions are answered.
    void editor().driver.evaluate(
      vscode => void vscode.commands.executeCommand('researchWiki.newPage'),
      undefined,
    );
    const input = page.locator('.quick-input-widget:not([style*="display: none"]) input.input');
    await input.waitFor();
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'concept' }).first().waitFor();
    await input.fill('concept');
    await page.keyboard.press('Enter');
    await page
      .locator('.quick-input-widget .monaco-list-row', { hasText: 'concept' })
      .waitFor({ state: 'hidden' });
    await input.fill('Calibration');
    await screenshot('new-page');
    await page.keyboard.press('Enter');
    await until(async () => {
      const label = await page.locator('.tab.active').first().getAttribute('aria-label');
      assert.match(label ?? '', /calibration\.md/);
    });
    await screenshot('new-page-open');
    const text = await editor().driver.evaluate(
      vscode => vscode.window.activeTextEditor?.document.getText() ?? '',
      undefined,
    );
    assert.match(text, /^type: concept$/m);
    assert.match(text, /^# Calibration$/m);
    assert.ok(!existsSync(join(editor().wiki, NEW)) || readFileSync(join(editor().wiki, NEW), 'utf8') !== '');
  });
});

describe('the status item', () => {
  afterEach(closeAll);

  it('tells how many pages the wiki has, and offers a menu', async () => {
    const { page } = editor();
    await openPage('index.md');
    await page.locator('#status\\.languageStatus, [id^="status.languageStatus"]').first().hover();
    const hover = page.locator('.hover-language-status', { hasText: 'Wiki:' });
    await hover.first().waitFor();
    await screenshot('status');
    assert.match(await hover.first().innerText(), /Wiki: \d+ pages/);
    await hover.first().getByText('Menu').click();
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    await rows.filter({ hasText: 'Open Configuration' }).first().waitFor();
    assert.match(
      (await rows.allInnerTexts()).join('\n'),
      /Check Wiki[^]*Go to Next Contradiction[^]*Restart Server/,
    );
    await page.keyboard.press('Escape');
    await page.mouse.move(700, 400);
  });
});
