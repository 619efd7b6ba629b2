import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('the packaged extension', () => {
  it('is installed', () => {
    assert.ok(vscode.extensions.getExtension('research-wiki.research-wiki'));
  });
});
