import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../ui/until.ts';

describe('the packaged extension', () => {
  it('is active in a wiki, with its commands', async () => {
    const extension = vscode.extensions.getExtension('research-wiki.research-wiki');
    assert.ok(extension, 'it is installed');
    await extension.activate();
    // Activation does not wait for the server, which brings some of them.
    await until(async () => {
      const commands = await vscode.commands.getCommands(true);
      for (const name of ['checkWiki', 'newPage', 'fixAllSafe', 'restartServer', 'showOutput']) {
        assert.ok(commands.includes(`researchWiki.${name}`), name);
      }
    });
  });
});
