import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { loadMarkdownParser } from '../../../server/src/host/markdown-parser.ts';
import { WikiHost } from '../../../server/src/host/wiki-host.ts';
import { writeEdits } from '../../../server/src/host/write-edits.ts';
import { tempWiki, writeIn } from '../../support/temp-wiki.ts';

const parser = await loadMarkdownParser();

function open(context: TestContext, files: Readonly<Record<string, string | Uint8Array>>) {
  const root = tempWiki(context, { 'research-wiki.yaml': 'version: 1\n', ...files });
  const host = new WikiHost(root, { parser });
  for (const _ of host.load());
  return { root, host, read: (path: string) => readFileSync(join(root, path), 'utf8') };
}

const edit = (path: string, start: number, end: number, newText: string) => ({
  path,
  span: { start, end },
  newText,
});

suite('edits of files on the disk', () => {
  test('all of a file at once; mark, line ends and permissions stay; nothing is left over', context => {
    const { root, host, read } = open(context, { 'a.md': '\ufeffone\r\ntwo\r\n' });
    chmodSync(join(root, 'a.md'), 0o640);
    const { written, left } = writeEdits(host, [edit('a.md', 5, 8, '2'), edit('a.md', 0, 3, '1')]);
    assert.deepEqual([written, left.size], [['a.md'], 0]);
    assert.equal(read('a.md'), '\ufeff1\r\n2\r\n');
    if (process.platform !== 'win32') assert.equal(statSync(join(root, 'a.md')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(root).sort(), ['a.md', 'research-wiki.yaml']);
  });

  test('a file that is another by now is left alone, the others are written', context => {
    const { root, host, read } = open(context, { 'a.md': 'one\n', 'b.md': 'one\n' });
    writeIn(root, 'a.md', 'another\n');
    const { written, left } = writeEdits(host, [edit('a.md', 0, 3, '1'), edit('b.md', 0, 3, '1')]);
    assert.deepEqual([written, [...left]], [['b.md'], [['a.md', 'it has changed meanwhile']]]);
    assert.deepEqual([read('a.md'), read('b.md')], ['another\n', '1\n']);
  });

  test('bytes that could not be read are never lost', context => {
    const bytes = Buffer.from([0x61, 0x62, 0x63, 0xe9, 0x0a]);
    const { root, host } = open(context, { 'a.md': bytes });
    const { left } = writeEdits(host, [edit('a.md', 0, 3, '1')]);
    assert.deepEqual([...left], [['a.md', 'it is not wholly UTF-8']]);
    assert.deepEqual(readFileSync(join(root, 'a.md')), bytes);
  });

  test('what the disk refuses is said, and nothing is lost', context => {
    const { root, host, read } = open(context, { 'a.md': 'one\n', 'b.md': 'one\n' });
    // Where the new text would be written first, there is a folder.
    mkdirSync(join(root, `.a.md.${process.pid}.tmp`));
    const { written, left } = writeEdits(host, [edit('a.md', 0, 3, '1'), edit('b.md', 0, 3, '1')]);
    assert.deepEqual([written, [...left]], [['b.md'], [['a.md', "it can't be written (EISDIR)"]]]);
    assert.equal(read('a.md'), 'one\n');
  });

  test('a new file comes with its folders, and takes no other’s place', context => {
    const { host, read } = open(context, { 'a.md': 'one\n' });
    assert.deepEqual(writeEdits(host, [{ path: 'x/y/b.md', create: 'new\n' }]).written, ['x/y/b.md']);
    assert.equal(read('x/y/b.md'), 'new\n');
    assert.equal(
      writeEdits(host, [{ path: 'a.md', create: 'new\n' }]).left.get('a.md'),
      "it can't be written (EEXIST)",
    );
    assert.equal(read('a.md'), 'one\n');
  });
});
