import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { parquetOf } from '../support/parquet-of.ts';
import { tempWiki, writeIn } from '../support/temp-wiki.ts';
import { codesOf, TestClient, uriOf } from './client.ts';
import { NUMBER_WIKI } from './number-pages.ts';

const LABELS = ['small probe', 'large probe'];
const TABLE = 'data/recall.parquet';
const PAGE = 'findings/probes.md';
const TEXT = `---
tables: [../${TABLE}]
---

The large probe reaches a recall of [74.1](../${TABLE}#large-probe/recall), the small probe of 52.0.
`;
const files = {
  'research-wiki.yaml': NUMBER_WIKI['research-wiki.yaml']!,
  [TABLE]: parquetOf(LABELS, { recall: [52, 74.1], precision: [60.2, 81.9] }),
  [PAGE]: TEXT,
};

suite('a Parquet file as a table', () => {
  test('is what numbers are held to, shown on hover, and read again when it changes', async context => {
    const root = tempWiki(context, files);
    const client = await TestClient.start(context, { folders: [root] });
    const uri = client.open(root, PAGE, TEXT);
    assert.deepEqual(await client.untilPushed(uri, 'a check', () => true), []);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 4, character: TEXT.split('\n')[4]!.indexOf('52.0') },
    });
    assert.match((hover.contents as MarkupContent).value, /recall\.parquet/);
    writeIn(root, TABLE, parquetOf(LABELS, { recall: [52, 71.4], precision: [60.2, 81.9] }));
    client.fileEvent(root, TABLE, 2);
    const [found] = await client.untilPushed(uri, 'the bound number', all => all.length > 0);
    assert.equal(found!.code, 'claims/bound-value');
    assert.match(String(found!.message), /71\.4/);
  });

  test('that can’t be read is told at the file, once', async context => {
    const root = tempWiki(context, { ...files, [TABLE]: files[TABLE].slice(0, 100) });
    const client = await TestClient.start(context, { folders: [root] });
    const uri = uriOf(root, TABLE);
    const found = await client.untilPushed(uri, 'a problem', all => all.length > 0);
    assert.deepEqual(codesOf(found), ['tables/syntax']);
    assert.match(String(found[0]!.message), /^the Parquet file can't be read: /);
  });
});
