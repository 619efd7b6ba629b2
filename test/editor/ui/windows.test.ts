import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import type { OpenWindow } from '../launch/open-editor.ts';
import { editor } from './editor.ts';
import { reported } from './reported.ts';
import { until } from './until.ts';
import { closeAll, openPage } from './workbench.ts';

const PAGE = 'concepts/honesty.md';

describe('two windows on one wiki', function () {
  this.timeout(150_000);
  let other: OpenWindow;
  let text: string;

  before(async () => {
    text = readFileSync(join(editor().wiki, PAGE), 'utf8');
    other = await editor().openWindow(dirname(editor().wiki));
  });
  afterEach(async () => {
    await closeAll();
    writeFileSync(join(editor().wiki, PAGE), text);
  });
  after(() => other.close());

  it('show the same', async () => {
    const mistakes = 'findings/2024-mistakes-on-purpose.md';
    const here = await until(async () => {
      const found = await reported(editor(), mistakes);
      assert.ok(found.length > 5);
      return found;
    });
    await until(async () => assert.deepEqual(await reported(other, mistakes), here));
  });

  it('what is typed in one is seen in the other once it is saved', async () => {
    const broken = async (window: OpenWindow) =>
      (await reported(window, PAGE)).filter(line => line.includes('nowhere.md'));
    await openPage(PAGE, { line: text.split('\n').length, character: 0 });
    await editor().page.keyboard.type('\nSee [that](nowhere.md).\n');
    await until(async () => assert.equal((await broken(editor())).length, 1));
    assert.deepEqual(await broken(other), []);
    await editor().page.keyboard.press('Control+s');
    await until(async () => assert.deepEqual(await broken(other), await broken(editor())));
  });
});
