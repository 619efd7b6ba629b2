import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type {
  AnnotatedTextEdit,
  PrepareRenameResult,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { writeIn } from '../support/temp-wiki.ts';
import { uriOf } from './client.ts';
import { atCursor } from './cursor.ts';
import { applied, rename, start } from './moved-wiki.ts';

const CSV = 'model,recall\nsmall probe,52.0\nlarge probe,74.1\n';
const PAGE = 'It reaches [74.1](../data/recall.csv#large-probe/recall).\n';
const files = {
  'data/recall.csv': CSV,
  'findings/a.md': PAGE,
  'findings/b.md': `Twice: [41 %](../data/recall.csv#change(small-probe/recall,large-probe/recall)). ${PAGE}`,
};

suite('rename of a table’s label', () => {
  test('from an anchor: the table and all pages follow in one edit, the table’s part under its own name', async context => {
    const { root, client } = await start(context, { files });
    const edit = await rename(
      client,
      root,
      'findings/a.md',
      PAGE.replace('large', 'la|rge'),
      'big "B" probe',
    );
    assert.deepEqual(applied(root, edit), {
      'data/recall.csv': CSV.replace('large probe', '"big ""B"" probe"'),
      'findings/a.md': PAGE.replace('large-probe', 'big-b-probe'),
      'findings/b.md': files['findings/b.md'].replaceAll('large-probe', 'big-b-probe'),
    });
    const table = edit.documentChanges!.find(
      change => 'textDocument' in change && change.textDocument.uri === uriOf(root, 'data/recall.csv'),
    ) as TextDocumentEdit;
    const { annotationId } = table.edits[0] as AnnotatedTextEdit;
    assert.deepEqual(Object.keys(edit.changeAnnotations!), [annotationId]);
    assert.equal(edit.changeAnnotations![annotationId]!.needsConfirmation, undefined);
  });

  test('from a header of an open table with unsaved text', async context => {
    const { root, client } = await start(context, { files });
    const unsaved = CSV.replace('model', 'the model');
    const { text, position } = atCursor(unsaved.replace('recall', 're|call'));
    const uri = client.open(root, 'data/recall.csv', text, 'csv');
    const found = (await client.connection.sendRequest('textDocument/prepareRename', {
      textDocument: { uri },
      position,
    })) as PrepareRenameResult;
    assert.deepEqual(found, {
      range: { start: { line: 0, character: 10 }, end: { line: 0, character: 16 } },
      placeholder: 'recall',
    });
    const edit = await rename(client, root, 'data/recall.csv', unsaved.replace('recall', 're|call'), 'hits');
    assert.deepEqual(Object.keys(applied(root, edit)).sort(), Object.keys(files).sort());
  });

  test('of a table that has changed on the disk since it was read', async context => {
    const { root, client } = await start(context, { files });
    const { text, position } = atCursor(PAGE.replace('large', 'la|rge'));
    const uri = client.open(root, 'findings/a.md', text);
    await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
    const changed = `${CSV.replace('small', 'very small')}tiny probe,12.0\n`;
    writeIn(root, 'data/recall.csv', changed);
    const edit = await rename(client, root, 'findings/a.md', PAGE.replace('large', 'la|rge'), 'huge probe');
    assert.equal(applied(root, edit)['data/recall.csv'], changed.replace('large', 'huge'));
  });

  test('is refused with the reason where it would be another’s, or the table is read-only', async context => {
    const refused = { ...files, 'raw/t.csv': CSV, 'findings/c.md': '[1](../raw/t.csv#large-probe/recall)\n' };
    const { root, client } = await start(context, { files: refused });
    await assert.rejects(
      rename(client, root, 'findings/a.md', PAGE.replace('large', 'la|rge'), 'Small probe'),
      /there is a "Small probe" in this column already/,
    );
    await assert.rejects(
      rename(client, root, 'findings/c.md', refused['findings/c.md'].replace('large', 'la|rge'), 'big'),
      /"raw\/t\.csv" is declared read-only/,
    );
  });
});
