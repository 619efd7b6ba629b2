import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { checkPath, pathsToCheck } from '../../../server/src/host/check-wiki.ts';
import { loadMarkdownParser } from '../../../server/src/host/markdown-parser.ts';
import { WikiHost } from '../../../server/src/host/wiki-host.ts';
import { allRules } from '../../../server/src/rules/all.ts';
import { NO_OVERRIDES } from '../../../server/src/rules/severity.ts';
import { tempWiki } from '../../support/temp-wiki.ts';

const parser = await loadMarkdownParser();

const FILES = {
  'research-wiki.yaml': 'version: 1\nextends: null\n',
  'a.md': '# A\n\nSee [B](b.md) and [74](data/t.csv#large/recall).\n',
  'b.md': '# B\n\nSee [A](a.md).\n',
  'data/t.csv': 'model,recall\nlarge,74\n',
};

const problemsOf = (host: WikiHost): string[] =>
  pathsToCheck(host).flatMap(path =>
    checkPath(host, path, { rules: allRules, overrides: NO_OVERRIDES, scope: 'wiki' }).diagnostics.map(
      ({ rule, message }) => `${path} ${rule} ${message}`,
    ),
  );

suite('a file that vanishes', () => {
  test('between the walk and its reading: it is no page, and links to it are broken', context => {
    const root = tempWiki(context, FILES);
    const host = new WikiHost(root, { parser });
    for (const { done } of host.load()) if (done === 1) rmSync(join(root, 'b.md'));
    assert.deepEqual([...host.wiki.pages.keys()], ['a.md']);
    assert.deepEqual(problemsOf(host), ['a.md links/broken-page no page at "b.md"']);
  });

  test('between its reading and its check: what was read of it is checked', context => {
    const root = tempWiki(context, FILES);
    const host = new WikiHost(root, { parser });
    for (const _ of host.load());
    rmSync(join(root, 'b.md'));
    assert.deepEqual(problemsOf(host), []);
    host.filesChanged(['b.md']);
    assert.deepEqual(problemsOf(host), ['a.md links/broken-page no page at "b.md"']);
  });

  test('a table, before it is read', context => {
    const root = tempWiki(context, FILES);
    const host = new WikiHost(root, { parser });
    for (const _ of host.load());
    rmSync(join(root, 'data/t.csv'));
    assert.deepEqual(problemsOf(host), []);
    host.filesChanged(['data/t.csv']);
    assert.match(problemsOf(host).join(), /^a\.md links\/broken-page /);
  });
});
