import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { editor } from './editor.ts';
import { until } from './until.ts';
import { closeAll, command, openPage, setSetting, textOf } from './workbench.ts';

const PAGE = 'findings/2024-mistakes-on-purpose.md';

/** A command that says something or asks: it is not waited for. */
const start = (id: string): Promise<void> =>
  editor().driver.evaluate((vscode, name) => void vscode.commands.executeCommand(name), id);

describe('a wiki that is opened read-only', () => {
  beforeEach(() => setSetting('files.readonlyInclude', { '**/*.md': true }));
  afterEach(async () => {
    await setSetting('files.readonlyInclude', undefined);
    await command('notifications.clearAll');
    await closeAll();
  });

  for (const id of ['fixAllSafe', 'linkTable', 'insertValue', 'bindNumbers']) {
    it(`is left as it is by ${id}, which says why`, async () => {
      await openPage(PAGE);
      const before = await textOf(PAGE);
      await start(`researchWiki.${id}`);
      const toast = editor().page.locator('.notification-toast', { hasText: 'is read-only' });
      await toast.first().waitFor();
      assert.equal(await textOf(PAGE), before);
      assert.equal(readFileSync(join(editor().wiki, PAGE), 'utf8'), before);
    });
  }

  it('is checked as any other', async () => {
    await openPage(PAGE);
    await until(async () =>
      assert.ok((await editor().page.locator('.squiggly-error, .squiggly-warning').count()) > 0),
    );
  });
});
