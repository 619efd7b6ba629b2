import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PARSER_VARIABLE } from '../../../server/src/host/markdown-parser.ts';

/** Each in a process of its own: a process loads one binary only. */
async function parseWith(name: string, extra: Record<string, string> = {}) {
  const module = pathToFileURL(`${import.meta.dirname}/../../../server/src/host/markdown-parser.ts`).href;
  const script = `
    import { loadMarkdownParser } from ${JSON.stringify(module)};
    const parser = await loadMarkdownParser();
    const before = process.env.NAPI_RS_NATIVE_LIBRARY_PATH ?? null;
    console.log(JSON.stringify({ name: parser.name, root: parser.parse('é [a](b.md)\\n'), before }));`;
  const env = { ...process.env, [PARSER_VARIABLE]: name, ...extra };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script],
    { env },
  );
  return { ...JSON.parse(stdout), stderr };
}

for (const name of ['native', 'wasm', 'remark']) {
  test(`${name} is taken when it is asked for, and gives offsets in UTF-16 units`, async () => {
    const parsed = await parseWith(name);
    assert.equal(parsed.name, name);
    const link = parsed.root.children[0].children[1];
    assert.equal(link.type, 'link');
    assert.deepEqual([link.position.start.offset, link.position.end.offset], [2, 11]);
  });
}

test('the fastest that loads is taken when none is asked for', async () => {
  const parsed = await parseWith('');
  assert.equal(parsed.name, 'native');
});

test('no warning about WASI reaches the person', async () => {
  const { stderr } = await parseWith('wasm');
  assert.equal(stderr, '');
});

test('a name that is none falls back to remark', async () => {
  const parsed = await parseWith('nonsense');
  assert.equal(parsed.name, 'remark');
});

test('the environment is left as it was', async () => {
  assert.equal((await parseWith('native')).before, null);
  assert.equal(
    (await parseWith('native', { NAPI_RS_NATIVE_LIBRARY_PATH: '/nowhere.node' })).before,
    '/nowhere.node',
  );
});
