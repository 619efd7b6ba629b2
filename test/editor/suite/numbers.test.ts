import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../ui/until.ts';

const PAGE = 'findings/2025-narrow-data.md';
const TABLE = 'data/deceptionbench.csv';

const uriOf = (path: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);

/** A document, shown, with the place where `at` begins plus `by`. */
async function placeIn(path: string, at: string, by = 1) {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  await vscode.window.showTextDocument(document);
  const index = document.getText().indexOf(at);
  assert.ok(index >= 0, `no "${at}" in ${path}`);
  return { document, position: document.positionAt(index + by) };
}

/** What all providers together answer, as `file: text at the place`. */
async function places(command: string, path: string, at: string, by?: number): Promise<string[]> {
  const { document, position } = await placeIn(path, at, by);
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    command,
    document.uri,
    position,
  );
  return Promise.all(
    found.map(async place => {
      const [uri, range] =
        'targetUri' in place
          ? [place.targetUri, place.targetSelectionRange ?? place.targetRange]
          : [place.uri, place.range];
      const target = await vscode.workspace.openTextDocument(uri);
      return `${uri.path.split('/').at(-1)}: ${target.getText(range)}`;
    }),
  );
}

describe('numbers, with all providers together', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [what, at, by] of [
    ['a bound number', '[34.46](', 2],
    ['its anchor', '#severe-medical/total)', 3],
    ['its path', 'data/deceptionbench.csv#severe-medical/total)', 2],
    ['a number that is not bound', '55.1', 1],
  ] as const) {
    it(`one definition of ${what}: its cell`, async () => {
      const value =
        what === 'a number that is not bound' ? 'mask-honesty.csv: 55.1' : 'deceptionbench.csv: 34.46';
      // The first one asks before the server may be there.
      await until(async () =>
        assert.deepEqual(await places('vscode.executeDefinitionProvider', PAGE, at, by), [value]),
      );
    });
  }

  it('the sentences that quote a cell, each once', async () => {
    const found = await places('vscode.executeReferenceProvider', TABLE, '34.46');
    assert.ok(found.includes('2025-narrow-data.md: 34.46'), found.join('\n'));
    assert.ok(found.includes('2025-narrow-data.md: 27.9'), found.join('\n'));
    assert.ok(!found.some(place => place.includes('18.89')), found.join('\n'));
  });

  it('the same from a number, in the page that quotes it', async () => {
    const found = await places('vscode.executeReferenceProvider', PAGE, '[34.46](', 2);
    assert.ok(found.includes('2025-narrow-data.md: 27.9'), found.join('\n'));
    assert.deepEqual(
      found.filter(place => !/: -?[\d.]+$/.test(place)),
      [],
      'nothing but numbers',
    );
  });

  it('the numbers of one cell are highlighted', async () => {
    const { document, position } = await placeIn(PAGE, '56.9](');
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      position,
    );
    const texts = found.map(({ range }) => document.getText(range));
    assert.ok(texts.filter(text => text === '56.9').length >= 2, texts.join(', '));
  });

  it('one lens says what became of the numbers', async () => {
    const { document } = await placeIn(PAGE, '34.46');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      50,
    );
    const titles = lenses.map(({ command }) => command?.title ?? '').filter(title => /numbers:/.test(title));
    assert.equal(titles.length, 1, titles.join('\n'));
    assert.match(titles[0]!, /^\d+ numbers: \d+ agree/);
  });

  it('a number that agrees can be bound, and the binding agrees', async () => {
    const { document, position } = await placeIn(PAGE, '55.1');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(position, position),
      'refactor',
      5,
    );
    const bind = actions.find(({ title }) => title.startsWith('Bind 55.1 to'));
    assert.ok(bind?.edit, actions.map(({ title }) => title).join('\n'));
    assert.ok(await vscode.workspace.applyEdit(bind.edit));
    assert.match(document.getText(), /\[55\.1\]\(\.\.\/data\/mask-honesty\.csv#[^)]+\/vanilla\)/);
    const verdict = async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(document.getText().indexOf('[55.1]') + 2),
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .map(content => (typeof content === 'string' ? content : content.value))
        .join('\n');
    };
    await until(async () => assert.match(await verdict(), /\*\*55\\?\.1\*\* agrees \(bound\)/));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
