import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { editor } from './editor.ts';
import { problemsPanel } from './problems-panel.ts';
import { until } from './until.ts';
import { closeAll, goTo, screenshot } from './workbench.ts';

const TABLE = 'data/deceptionbench.csv';
const CELL = 'severe medical,34.46';

describe('a table that changes', () => {
  let original: string;
  const file = () => join(editor().wiki, TABLE);
  beforeEach(() => {
    original = readFileSync(file(), 'utf8');
    assert.ok(original.includes(CELL));
  });
  afterEach(async () => {
    await closeAll();
    writeFileSync(file(), original);
  });

  it('turns a closed page that quotes it, when another program writes it', async () => {
    await problemsPanel.open();
    writeFileSync(file(), original.replace(CELL, 'severe medical,31.07'));
    await until(async () => assert.ok((await quoting('31.07')).length > 0, 'no page says 31.07'));
    await until(async () => {
      const rows = await problemsPanel.rows();
      assert.ok(
        rows.some(row => row.includes('31.07') && !row.includes('36.44')),
        rows.join('\n'),
      );
    });
    await screenshot('table-on-disk');
    writeFileSync(file(), original);
    await until(async () => assert.deepEqual(await quoting('31.07'), []));
  });

  it('turns a closed page while it is edited and not yet saved', async () => {
    await goTo(TABLE, '34.46');
    for (let digit = 0; digit < 5; digit++) await editor().page.keyboard.press('Delete');
    await editor().page.keyboard.type('32.08');
    await until(async () => assert.ok((await quoting('32.08')).length > 0, 'no page says 32.08'));
    assert.equal(readFileSync(file(), 'utf8'), original);
    await closeAll();
    await until(async () => assert.deepEqual(await quoting('32.08'), []));
  });
});

/** Pages other than the one that is wrong anyhow which are told that the table says `value`. */
const quoting = (value: string): Promise<readonly string[]> =>
  editor().driver.evaluate(
    (vscode, says) =>
      vscode.languages
        .getDiagnostics()
        .filter(
          ([uri, all]) => !uri.path.includes('mistakes') && all.some(({ message }) => message.includes(says)),
        )
        .map(([uri]) => uri.path),
    value,
  );
