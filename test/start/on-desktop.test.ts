import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { exampleWiki } from '../../scripts/editor/example.ts';
import { isThere, npmStart, root } from './started.ts';
import { pathWithoutCode } from './without-code.ts';

/**
 * A `code` that does to the outside what VS Code's does: it notes how it was called, and for a window starts a process
 * in a group of its own, whose number it leaves in the profile, and waits for it.
 */
const CODE = `#!/usr/bin/env node
const { spawn } = require('node:child_process');
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync(process.env.CALLS, JSON.stringify(args) + '\\n');
if (args.includes('--wait')) {
  const profile = args[args.indexOf('--user-data-dir') + 1];
  const window = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
  writeFileSync(profile + '/code.lock', String(window.pid));
  mkdirSync(profile + '/logs/' + Date.now() + '/window1/exthost', { recursive: true });
  window.on('exit', () => process.exit(0));
}
`;

function fakeCode(context: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'research-wiki-code-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'code'), CODE);
  chmodSync(join(folder, 'code'), 0o755);
  const calls = join(folder, 'calls.txt');
  return {
    variables: { PATH: `${folder}${delimiter}${pathWithoutCode()}`, CALLS: calls },
    calls: (): string[][] =>
      readFileSync(calls, 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
  };
}

const optionOf = (args: readonly string[], option: string): string => args[args.indexOf(option) + 1]!;

const windows = { skip: process.platform === 'win32' && 'a script is no program there' };

test(
  'takes a desktop VS Code where there is one, with a profile of its own, until the window is closed',
  windows,
  async context => {
    const { variables, calls } = fakeCode(context);
    const start = npmStart([], variables);
    context.after(() => start.child.kill('SIGKILL'));
    assert.equal(await start.open(), exampleWiki());

    const [install, open] = calls();
    assert.match(optionOf(install!, '--install-extension'), /research-wiki-.*\.vsix$/);
    assert.ok(open!.includes('--wait'));
    assert.equal(open!.at(-1), exampleWiki());
    for (const args of [install!, open!]) {
      assert.ok(optionOf(args, '--user-data-dir').startsWith(join(root, '.start')), args.join(' '));
      assert.ok(optionOf(args, '--extensions-dir').startsWith(join(root, '.start')), args.join(' '));
    }

    const window = Number(readFileSync(join(optionOf(open!, '--user-data-dir'), 'code.lock'), 'utf8'));
    assert.ok(isThere(window));
    assert.equal(await start.end('SIGINT'), 0, start.output());
    assert.ok(!isThere(window), 'the window is closed');
  },
);

test('ends with the window that the user closes', windows, async context => {
  const { variables, calls } = fakeCode(context);
  const start = npmStart([import.meta.dirname], variables);
  context.after(() => start.child.kill('SIGKILL'));
  assert.equal(await start.open(), import.meta.dirname);
  const open = calls().at(-1)!;
  process.kill(Number(readFileSync(join(optionOf(open, '--user-data-dir'), 'code.lock'), 'utf8')), 'SIGTERM');
  const code = await new Promise(resolve => start.child.once('close', resolve));
  assert.equal(code, 0);
});
