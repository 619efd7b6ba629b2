import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

import { test } from 'node:test';
import { freePort } from '../../scripts/editor/code-server.ts';
import { exampleWiki } from '../../scripts/editor/example.ts';
import { isThere, npmStart } from './started.ts';
import { pathWithoutCode } from './without-code.ts';

const PATH = pathWithoutCode();

test('opens the example wiki at the port asked for, and ends all that it started when it is interrupted', async context => {
  const port = await freePort();
  const start = npmStart(['--no-open'], { PATH, PORT: String(port) });
  context.after(() => start.child.kill('SIGKILL'));
  const url = new URL(await start.open());
  assert.equal(url.port, String(port));
  assert.equal(url.searchParams.get('folder'), exampleWiki());
  assert.equal((await fetch(url)).status, 200);
  const children = startedBy(start.child.pid!);
  assert.ok(children.length >= 3, `${children}`);

  assert.equal(await start.end('SIGINT'), 0, start.output());
  assert.deepEqual(children.filter(isThere), []);
});

test('says in one line that the port is taken', async context => {
  const taken = createServer();
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve));
  context.after(() => taken.close());
  const { port } = taken.address() as { port: number };
  const start = npmStart(['--no-open', import.meta.dirname], { PATH, PORT: String(port) });
  context.after(() => start.child.kill('SIGKILL'));
  await assert.rejects(
    start.open(),
    new RegExp(`^Error: npm start ended with 1:[^]*\\nport ${port} is in use\\n`),
  );
});

test('says in one line that a folder is not there', async () => {
  const start = npmStart(['--no-open', 'no/such/folder'], { PATH });
  await assert.rejects(start.open(), /\nthere is no folder .*no\/such\/folder\n/);
});

/** All processes below one, by Linux's own records; elsewhere the first alone. */
function startedBy(pid: number): readonly number[] {
  if (process.platform !== 'linux') return [pid, pid, pid];
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      // "pid (name) state parent …"; a name may hold anything but its last bracket ends it.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      parents.set(Number(name), Number(fields[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const below = (parent: number): number[] =>
    [...parents].filter(([, its]) => its === parent).flatMap(([child]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}
