import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../ui/until.ts';

const root = () => vscode.workspace.workspaceFolders![0]!.uri;
const pageAt = (path: string) => vscode.Uri.joinPath(root(), path);

/** The place of a text in a page, `behind` characters behind its start. */
async function placeOf(path: string, text: string, behind = 1): Promise<[vscode.Uri, vscode.Position]> {
  const document = await vscode.workspace.openTextDocument(pageAt(path));
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${text} in ${path}`);
  return [document.uri, document.positionAt(offset + behind)];
}

const execute = <Answer>(provider: string, ...given: readonly unknown[]): Promise<Answer> =>
  Promise.resolve(vscode.commands.executeCommand<Answer>(`vscode.${provider}`, ...given));

/** `path:line:character` of each place. */
const shown = (places: readonly (vscode.Location | vscode.LocationLink)[]): readonly string[] =>
  places.map(place => {
    const [uri, range] =
      'targetUri' in place ? [place.targetUri, place.targetRange] : [place.uri, place.range];
    return `${uri.path.slice(root().path.length + 1)}:${range.start.line}:${range.start.character}`;
  });

const once = (all: readonly string[]) => assert.deepEqual(all, [...new Set(all)]);

describe('links, with all providers of VS Code together', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [what, path, text, target] of [
    ['a destination', 'findings/2025-small-doses.md', '../concepts/honesty.md', 'concepts/honesty.md:0:0'],
    ['the text of a link', 'concepts/honesty.md', 'truthfulness](', 'concepts/truthfulness.md:0:0'],
    ['a field', 'concepts/honesty.md', 'behavioural]', 'lenses/behavioural.md:0:0'],
    ['a page path', 'threads/how-little-is-enough.md', 'concepts/honesty after', 'concepts/honesty.md:0:0'],
  ] as const) {
    it(`${what} has one definition`, async () => {
      const [uri, position] = await placeOf(path, text, 3);
      // VS Code's own support may be starting still.
      await until(async () => {
        const found = await execute<vscode.LocationLink[]>('executeDefinitionProvider', uri, position);
        assert.deepEqual(shown(found), [target]);
      });
    });
  }

  it('a destination with an anchor has one definition', async () => {
    const document = await vscode.workspace.openTextDocument(pageAt('findings/2025-small-doses.md'));
    const editor = await vscode.window.showTextDocument(document);
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit(edit => edit.insert(end, '\nSee [x](../concepts/honesty.md#definition).\n'));
    try {
      const [uri, position] = await placeOf('findings/2025-small-doses.md', 'honesty.md#definition', 3);
      await until(async () => {
        const found = await execute<vscode.LocationLink[]>('executeDefinitionProvider', uri, position);
        assert.deepEqual(
          shown(found).map(place => place.replace(/:\d+$/, '')),
          ['concepts/honesty.md:9'],
        );
      });
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('a title has its backlinks, each once', async () => {
    const [uri, position] = await placeOf('concepts/honesty.md', '# Honesty', 3);
    const found = shown(await execute<vscode.Location[]>('executeReferenceProvider', uri, position));
    once(found);
    for (const path of ['findings/2025-small-doses.md', 'threads/how-little-is-enough.md', 'index.md'])
      assert.ok(
        found.some(place => place.startsWith(`${path}:`)),
        `${path} in ${found}`,
      );
  });

  it('a destination has its references once, page paths among them', async () => {
    const [uri, position] = await placeOf('findings/2025-small-doses.md', '../concepts/honesty.md', 3);
    const found = shown(await execute<vscode.Location[]>('executeReferenceProvider', uri, position));
    once(found);
    assert.ok(
      found.some(place => place.startsWith('threads/how-little-is-enough.md:')),
      found.join(', '),
    );
  });

  it('every link can be clicked in one way', async () => {
    const [uri] = await placeOf('concepts/honesty.md', '# Honesty');
    const links = await execute<vscode.DocumentLink[]>('executeLinkProvider', uri, 100);
    once(links.map(({ range }) => `${range.start.line}:${range.start.character}`));
    assert.ok(links.some(({ target }) => target?.path.endsWith('lenses/behavioural.md')));
  });

  it('a page stands once among the symbols', async () => {
    const symbols = await execute<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'Honesty');
    const own = symbols.filter(
      ({ name, location }) => /^#* ?Honesty$/.test(name) && location.uri.path.endsWith('concepts/honesty.md'),
    );
    assert.equal(own.length, 1, own.map(({ name }) => name).join(', '));
  });

  it('the call hierarchy says who relies on a page', async () => {
    const [uri, position] = await placeOf('concepts/honesty.md', '# Honesty', 3);
    const [item] = await execute<vscode.CallHierarchyItem[]>('prepareCallHierarchy', uri, position);
    assert.equal(item!.name, 'Honesty');
    const calls = await execute<vscode.CallHierarchyIncomingCall[]>('provideIncomingCalls', item);
    assert.ok(calls.some(({ from }) => from.detail?.includes('in Concepts')));
  });

  it('lenses say who links here, and come with a command of their own', async () => {
    const [uri] = await placeOf('concepts/honesty.md', '# Honesty');
    await until(async () => {
      const lenses = await execute<vscode.CodeLens[]>('executeCodeLensProvider', uri, 10);
      const titles = lenses.map(({ command }) => command?.title);
      assert.ok(
        titles.some(title => /\d findings.* link here$/.test(title ?? '')),
        titles.join(', '),
      );
      assert.ok(
        titles.some(title => /findings name this page/.test(title ?? '')),
        titles.join(', '),
      );
    });
  });

  it('a new, empty page is filled when it is opened and the setting asks for it, and not saved', async () => {
    const settings = vscode.workspace.getConfiguration('researchWiki');
    await settings.update('fillNewPages', true, vscode.ConfigurationTarget.Global);
    const uri = pageAt('findings/2026-empty-page.md');
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri);
    await vscode.workspace.applyEdit(edit);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    try {
      await until(() => assert.match(document.getText(), /^---\ntype: finding\ntitle: Empty page\n/));
      assert.equal(document.isDirty, true);
      assert.equal((await vscode.workspace.fs.stat(uri)).size, 0);
    } finally {
      await settings.update('fillNewPages', undefined, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('a page that is made with its text is left alone', async () => {
    const uri = pageAt('findings/2026-made-page.md');
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri);
    edit.insert(uri, new vscode.Position(0, 0), '# Made\n');
    await vscode.workspace.applyEdit(edit);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    try {
      // An answer of the server: whatever it wanted to write is written by now.
      await execute('executeHoverProvider', uri, new vscode.Position(0, 0));
      await execute('executeCodeLensProvider', uri, 10);
      assert.equal(document.getText(), '# Made\n');
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(uri);
    }
  });
});
