import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import type {
  CodeLens,
  DocumentHighlight,
  InlayHint,
  Location,
  MarkupContent,
  Position,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { tempWiki, writeIn } from '../support/temp-wiki.ts';
import { codesOf, TestClient, uriOf } from './client.ts';
import { NUMBER_WIKI, NUMBERS, RECALL_CSV } from './number-pages.ts';

const PAGE = 'findings/probes.md';

async function opened(context: TestContext, files: Readonly<Record<string, string>> = NUMBER_WIKI) {
  const root = tempWiki(context, files);
  const client = await TestClient.start(context, { folders: [root] });
  const uri = client.open(root, PAGE, files[PAGE]!);
  /** A request at the place where `at` begins, plus `by`. */
  const ask = <Answer>(method: string, at: string, by = 1, path = PAGE): Promise<Answer> => {
    const text = files[path]!;
    return client.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: uriOf(root, path) },
      position: positionOf(text, text.indexOf(at) + by),
      context: { includeDeclaration: false },
    });
  };
  return { root, client, uri, ask };
}

const positionOf = (text: string, offset: number): Position =>
  TextDocument.create('x', 'x', 1, text).positionAt(offset);

/** What stands at places, with the file's name. */
function read(root: string, files: Readonly<Record<string, string>>, places: readonly Location[]): string[] {
  return places.map(({ uri, range }) => {
    const path = Object.keys(files).find(name => uriOf(root, name) === uri)!;
    const document = TextDocument.create(uri, 'x', 1, files[path]!);
    return `${path}:${range.start.line + 1} ${document.getText(range)}`;
  });
}

suite('numbers and cells', () => {
  test('definition: from a number to its cell, bound or not, derived or not, and from an anchor', async context => {
    const { root, ask } = await opened(context);
    const cells = async (at: string, by?: number) =>
      read(root, NUMBER_WIKI, (await ask<Location[] | null>('definition', at, by)) ?? []);
    assert.deepEqual(await cells('74.1.'), ['data/recall.csv:3 74.1']);
    assert.deepEqual(await cells('52.0]'), ['data/recall.csv:2 52.0']);
    assert.deepEqual(await cells('small-probe/recall'), ['data/recall.csv:2 52.0']);
    assert.deepEqual(await cells('89.1'), ['data/recall.csv:3 81.9']);
    assert.deepEqual((await cells('22.1')).sort(), ['data/recall.csv:2 52.0', 'data/recall.csv:3 74.1']);
    assert.deepEqual(await cells('12 days'), []);
    assert.deepEqual(await cells('It took'), []);
  });

  test('references: from a cell to the sentences that speak of it, in every page', async context => {
    const { root, client, ask } = await opened(context);
    client.open(root, 'data/recall.csv', RECALL_CSV, 'csv');
    const numbers = async (at: string, path: string) =>
      read(root, NUMBER_WIKI, (await ask<Location[] | null>('references', at, 1, path)) ?? []).sort();
    const large = [
      'concepts/recall.md:3 74.1',
      'findings/probes.md:10 74.1',
      'findings/probes.md:16 42.5',
      'findings/probes.md:16 74.1',
      'findings/probes.md:17 22.1',
    ];
    assert.deepEqual(await numbers('74.1', 'data/recall.csv'), large);
    assert.deepEqual(await numbers('74.1.', PAGE), large, 'from a number that speaks of it');
    assert.deepEqual(
      await numbers('large probe,', 'data/recall.csv'),
      [...large, 'findings/probes.md:15 89.1'].sort(),
      'a label stands for its row',
    );
    assert.deepEqual(await numbers('60.2', 'data/recall.csv'), []);
    // The last line has no end.
    assert.deepEqual(await numbers('81.9', 'data/recall.csv'), ['findings/probes.md:15 89.1']);
  });

  test('a GFM table: definition and references within the page, and the numbers of one cell are highlighted', async context => {
    const files = {
      ...NUMBER_WIKI,
      [PAGE]: `# Probes

## Results

The large probe reaches a recall of 74.1. Again: the recall of the large probe is 74.1.

| model | recall |
| --- | --- |
| small probe | 52.0 |
| large probe | 74.1 |
`,
    };
    const { root, ask } = await opened(context, files);
    const definition = await ask<Location[]>('definition', '74.1.');
    assert.deepEqual(read(root, files, definition), [`${PAGE}:10 74.1`]);
    const cell = '74.1 |';
    const references = await ask<Location[]>('references', cell);
    assert.deepEqual(read(root, files, references), [`${PAGE}:5 74.1`, `${PAGE}:5 74.1`]);
    const highlights = await ask<DocumentHighlight[]>('documentHighlight', '74.1.');
    assert.deepEqual(
      highlights.map(({ range }) => range.start.line),
      [4, 4, 9],
    );
  });

  test('a number bound to a count of pages leads to them', async context => {
    const files = { ...NUMBER_WIKI, [PAGE]: 'Concepts: [1](wiki:concept).\n' };
    const { root, ask } = await opened(context, files);
    const places = await ask<Location[]>('definition', '1](');
    assert.deepEqual(read(root, files, places), ['concepts/recall.md:1 Recall']);
    const hover = await ask<{ contents: MarkupContent }>('hover', '1](');
    assert.match(hover.contents.value, /agrees \(bound\)[^]*The wiki has 1 page of type concept/);
  });
});

suite('numbers code lens', () => {
  async function lensOf(client: TestClient, uri: string) {
    const all: CodeLens[] = await client.connection.sendRequest('textDocument/codeLens', {
      textDocument: { uri },
    });
    const resolved: CodeLens[] = await Promise.all(
      all.map(lens => client.connection.sendRequest('codeLens/resolve', lens) as Promise<CodeLens>),
    );
    return { all, numbers: resolved.filter(({ command }) => /number/.test(command?.title ?? '')) };
  }

  test('over the section with the results, lazily resolved; a click leads to what contradicts', async context => {
    const { client, uri } = await opened(context);
    const { all, numbers } = await lensOf(client, uri);
    assert.ok(all.every(({ command }) => command === undefined));
    assert.equal(numbers.length, 1);
    assert.equal(numbers[0]!.command!.title, '7 numbers: 5 agree, 1 contradicts, 1 not checked');
    assert.equal(numbers[0]!.range.start.line, 11);
    const shown = new Promise(resolve => {
      client.connection.onRequest('window/showDocument', params => {
        resolve(params);
        return { success: true };
      });
    });
    const { command, arguments: given } = numbers[0]!.command!;
    await client.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
    assert.deepEqual(await shown, {
      uri,
      takeFocus: true,
      selection: { start: { line: 14, character: 37 }, end: { line: 14, character: 41 } },
    });
  });

  test('asked for again when the table says something else', async context => {
    const root = tempWiki(context, NUMBER_WIKI);
    const client = await TestClient.start(context, {
      folders: [root],
      capabilities: { workspace: { codeLens: { refreshSupport: true } } },
    });
    let refreshed = 0;
    client.connection.onRequest('workspace/codeLens/refresh', () => {
      refreshed++;
      client.news();
      return null;
    });
    const uri = client.open(root, PAGE, NUMBERS);
    await client.untilPushed(uri, 'a contradiction', all => codesOf(all).includes('claims/contradicted'));
    let seen = refreshed;
    writeIn(root, 'data/recall.csv', RECALL_CSV.replace('81.9', '89.1'));
    client.fileEvent(root, 'data/recall.csv', 2);
    // One that was due for the opening may come first.
    for (let title = ''; title !== '7 numbers: 6 agree, 1 not checked'; ) {
      await client.until(`a refresh after "${title}"`, () => refreshed > seen);
      seen = refreshed;
      title = (await lensOf(client, uri)).numbers[0]!.command!.title;
    }
  });

  test('turned off by a setting, and none on a page without tables', async context => {
    const root = tempWiki(context, { ...NUMBER_WIKI, 'concepts/plain.md': '# Plain\n\nIt took 12 days.\n' });
    const client = await TestClient.start(context, { folders: [root] });
    const plain = client.open(root, 'concepts/plain.md', '# Plain\n\nIt took 12 days.\n');
    assert.deepEqual((await lensOf(client, plain)).numbers, []);
    const uri = client.open(root, PAGE, NUMBERS);
    assert.equal((await lensOf(client, uri)).numbers.length, 1);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { researchWiki: { codeLens: { numbers: false } } },
    });
    assert.deepEqual((await lensOf(client, uri)).numbers, []);
  });
});

suite('numbers turn with what they are held to', () => {
  test('a closed page turns when its table changes on the disk, and back when the table is open and edited', async context => {
    const root = tempWiki(context, NUMBER_WIKI);
    const client = await TestClient.start(context, { folders: [root] });
    const uri = uriOf(root, PAGE);
    await client.untilPushed(uri, 'one contradiction', all => all.length === 1);
    writeIn(root, 'data/recall.csv', RECALL_CSV.replace('52.0', '55.0'));
    client.fileEvent(root, 'data/recall.csv', 2);
    await client.untilPushed(uri, 'the bound number', all => codesOf(all).includes('claims/bound-value'));
    const table = client.open(root, 'data/recall.csv', RECALL_CSV, 'csv');
    await client.untilPushed(uri, 'no bound number', all => !codesOf(all).includes('claims/bound-value'));
    client.change(table, RECALL_CSV.replace('52.0', '58.0'));
    await client.untilPushed(uri, 'the bound number', all => codesOf(all).includes('claims/bound-value'));
    client.close(table);
    await client.untilPushed(uri, 'the disk’s value', all =>
      all.some(({ message }) => /55\.0/.test(String(message))),
    );
  });

  test('a count turns when a page comes', async context => {
    const files = { ...NUMBER_WIKI, [PAGE]: 'Concepts: [2](wiki:concept).\n' };
    const { root, client, uri } = await opened(context, files);
    const [found] = await client.untilPushed(uri, 'another count', all => all.length > 0);
    assert.equal(found!.message, 'the wiki has 1 page of type concept; the text says 2');
    writeIn(root, 'concepts/priming.md', '# Priming\n');
    client.fileEvent(root, 'concepts/priming.md', 1);
    await client.untilPushed(uri, 'nothing', all => all.length === 0);
  });

  test('a page that restates another’s number is told when that changes, open or not', async context => {
    const restating =
      'As [Doses](../findings/doses.md) has it, deception of the fine-tuned model rises to 26.26 % with bad data.\n';
    const finding =
      '# Doses\n\nWith bad data mixed in, the deception of the fine-tuned model rises to 26.26 %.\n';
    const root = tempWiki(context, {
      ...NUMBER_WIKI,
      'findings/doses.md': finding,
      'concepts/data.md': restating,
    });
    const client = await TestClient.start(context, { folders: [root] });
    await client.untilPushed(uriOf(root, PAGE), 'the first check', all => all.length > 0);
    const doses = client.open(root, 'findings/doses.md', finding);
    client.change(doses, finding.replace('26.26', '24.44'));
    const concept = uriOf(root, 'concepts/data.md');
    const [found] = await client.untilPushed(concept, 'a drift', all => all.length > 0);
    assert.equal(found!.code, 'claims/drifted');
    assert.equal(found!.message, '"Doses" says 24.44 of this, here it is 26.26');
    assert.equal(found!.relatedInformation![0]!.location.uri, doses);
    client.change(doses, finding);
    await client.untilPushed(concept, 'nothing', all => all.length === 0);
  });
});

suite('inlay hints of numbers', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const NUMBERED = {
    ...NUMBER_WIKI,
    [PAGE]: NUMBERS.replace('a recall of 74.1.', 'a recall of about 74.'),
  };

  test('the value of the table behind a contradicted number, and behind all that it has otherwise where asked', async context => {
    const { client, uri } = await opened(context, NUMBERED);
    const ask = async () => {
      const hints = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
        textDocument: { uri },
        range,
      });
      return hints.map(({ label, position }) => `${position.line}: ${label}`);
    };
    const set = (numbers: string) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { researchWiki: { inlayHints: { numbers } } },
      });
    assert.deepEqual(await ask(), ['14: → 81.9']);
    await set('all');
    assert.deepEqual(await ask(), ['9: (74.1)', '14: → 81.9']);
    await set('none');
    assert.deepEqual(await ask(), []);
  });

  test('none where the author ignores the rule', async context => {
    const ignored = NUMBERS.replace('89.1.', '89.1. <!--lint ignore claims/contradicted -- a later run-->');
    const { client, uri } = await opened(context, { ...NUMBER_WIKI, [PAGE]: ignored });
    const hints = await client.connection.sendRequest('textDocument/inlayHint', {
      textDocument: { uri },
      range,
    });
    assert.deepEqual(hints, []);
  });
});
