import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import { editor } from './editor.ts';
import { suggestWidget } from './suggest-widget.ts';
import { until } from './until.ts';
import { closeAll, goTo, screenshot, setSetting, textOf } from './workbench.ts';

const PAGE = 'findings/2025-narrow-data.md';
const PASTED = 'data/2025-narrow-data-table.csv';

/** A command that asks something: it is not waited for. */
const start = (id: string): Promise<void> =>
  editor().driver.evaluate((vscode, name) => void vscode.commands.executeCommand(name), id);

async function pick(words: string, row: string): Promise<void> {
  const { page } = editor();
  const input = page.locator('.quick-input-widget:not([style*="display: none"]) input.input');
  await input.waitFor();
  await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
  await input.fill(words);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: row }).first().click();
}

describe('data at hand', () => {
  afterEach(async () => {
    await closeAll();
    await setSetting('editor.pasteAs.preferences', undefined);
    rmSync(join(editor().wiki, PASTED), { force: true });
  });

  it('completes a cell anchor with the values of the cells', async () => {
    await goTo(PAGE, '## Method');
    await editor().page.keyboard.type('[34.46](../data/deceptionbench.csv#');
    await suggestWidget.opened();
    const rows = await suggestWidget.rows();
    assert.ok(
      rows.some(row => row.startsWith('34.46 · severe medical, total')),
      rows.join('\n'),
    );
    await screenshot('cell-anchor');
    await suggestWidget.close();
  });

  it('inserts a value from a table as a bound number', async () => {
    await goTo(PAGE, '## Method');
    await start('researchWiki.insertValue');
    await pick('deceptionbench.csv', 'deceptionbench.csv');
    await pick('severe medical total', '34.46');
    await until(async () =>
      assert.ok(
        (await textOf(PAGE)).includes('[34.46](../data/deceptionbench.csv#severe-medical/total)## Method'),
      ),
    );
  });

  it('saves pasted cells as a data table and links it, where the author prefers that', async () => {
    await setSetting('editor.pasteAs.preferences', ['researchWiki.table']);
    await goTo(PAGE, '## Method');
    await editor().driver.evaluate(
      async (vscode, text) => vscode.env.clipboard.writeText(text),
      'model\trecall\nsmall probe\t52.0\nlarge probe\t74.1\n',
    );
    await editor().page.keyboard.press('Control+V');
    await until(async () => assert.match(await textOf(PAGE), /2025-narrow-data-table\.csv|large probe/));
    const text = await textOf(PAGE);
    assert.ok(text.includes(`[2025-narrow-data-table.csv](../${PASTED})## Method`), text);
    await until(async () => assert.ok(existsSync(join(editor().wiki, PASTED))));
    await screenshot('paste-table');
    assert.equal(
      readFileSync(join(editor().wiki, PASTED), 'utf8'),
      'model,recall\nsmall probe,52.0\nlarge probe,74.1\n',
    );
  });

  it('shows what binding all numbers changes before it does, and binds what is left ticked', async () => {
    const before = await textOf(PAGE);
    await goTo(PAGE, '## Method');
    await start('researchWiki.bindNumbers');
    const rows = editor().page.locator('.quick-input-widget .monaco-list-row');
    await rows.first().waitFor();
    await screenshot('bind-numbers');
    assert.equal(await textOf(PAGE), before);
    const shown = await rows.first().innerText();
    assert.match(
      shown,
      /Bind 55\.1 to medical, severe, Provided Fact, vanilla \(55\.1\) in mask-honesty\.csv/,
    );
    await editor().page.keyboard.press('Enter');
    await until(async () =>
      assert.ok((await textOf(PAGE)).includes('[55.1](../data/mask-honesty.csv#medical/vanilla)')),
    );
  });
});
