import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, describe, it } from 'mocha';
import { brokenIn } from './broken-links.ts';
import { editor } from './editor.ts';
import { lightBulb } from './light-bulb.ts';
import { until } from './until.ts';
import { closeAll, command, goTo, screenshot, setSetting, textOf } from './workbench.ts';

const FOLDER = 'renames';
const SETTING = 'markdown.updateLinksOnFileMove.enabled';
const TEXT =
  '# First\n\nA page that is long enough to be known again by its text.\n\n- [Second](second.md#a-part)\n';

/** Two pages that link to each other, in a folder of their own for each test. */
let tests = 0;
function pages(): string {
  const folder = `${FOLDER}/${tests++}`;
  const files = {
    'first.md': TEXT,
    'second.md': '# Second\n\n## A part\n\n- [First](first.md), [its title](first.md#first)\n',
    'other.md': '# Other\n\n- [First](first.md)\n- [Second](second.md#a-part)\n',
    'sub/deep.md': '# Deep\n\n- [First](../first.md)\n- [gone](gone.md)\n',
  };
  for (const [path, text] of Object.entries(files)) {
    const file = join(editor().wiki, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

const onDisk = (path: string) => readFileSync(join(editor().wiki, path), 'utf8');

/** F2 where the cursor is. */
async function renameTo(name: string): Promise<void> {
  const { page } = editor();
  const input = page.locator('.rename-box input');
  await until(async () => {
    await page.keyboard.press('F2');
    await input.waitFor({ timeout: 3000 });
  });
  await input.fill(name);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

const toast = (text: string | RegExp) => editor().page.locator('.notification-toast', { hasText: text });

const dialogButton = (name: string) =>
  editor().page.locator('.monaco-dialog-box .monaco-button', { hasText: new RegExp(`^${name}$`) });

describe('F2 and moves by others', () => {
  afterEach(async () => {
    await setSetting(SETTING, undefined);
    await closeAll();
    await command('notifications.clearAll');
  });
  after(() => {
    rmSync(join(editor().wiki, FOLDER), { recursive: true, force: true, maxRetries: 5 });
  });

  it('F2 on a title changes links, anchors and texts of all pages', async () => {
    const folder = pages();
    await until(async () => assert.equal(await brokenIn(`${folder}/sub/deep.md`), 1));
    await goTo(`${folder}/first.md`, 'First');
    await renameTo('The beginning');
    await until(() => {
      assert.match(onDisk(`${folder}/first.md`), /^# The beginning$/m);
      assert.match(
        onDisk(`${folder}/second.md`),
        /\[The beginning\]\(first\.md\), \[its title\]\(first\.md#the-beginning\)/,
      );
      assert.match(onDisk(`${folder}/sub/deep.md`), /\[The beginning\]\(\.\.\/first\.md\)/);
    });
  });

  it('F2 on a part of a cell anchor, or on a header of a table, changes the table and all anchors', async () => {
    const folder = pages();
    const table = join(editor().wiki, folder, 'recall.csv');
    writeFileSync(table, 'model,recall\nsmall probe,52.0\nlarge probe,74.1\n');
    const quote = '[74.1](recall.csv#large-probe/recall)\n';
    for (const name of ['quotes.md', 'more.md'])
      writeFileSync(join(editor().wiki, folder, name), `# ${name}\n\nIt reaches ${quote}`);
    await goTo(`${folder}/quotes.md`, 'rge-probe');
    await until(async () => assert.equal(await brokenIn(`${folder}/sub/deep.md`), 1));
    await renameTo('big, trained probe');
    const anchors = (anchor: string) =>
      until(async () => {
        for (const name of ['quotes.md', 'more.md'])
          assert.match(await textOf(`${folder}/${name}`), new RegExp(`\\(recall\\.csv#${anchor}\\)`));
      });
    await anchors('big-trained-probe/recall');
    assert.match(await textOf(`${folder}/recall.csv`), /^"big, trained probe",74\.1$/m);
    await goTo(`${folder}/recall.csv`, 'call');
    await renameTo('hits');
    await anchors('big-trained-probe/hits');
    assert.match(await textOf(`${folder}/recall.csv`), /^model,hits$/m);
    await screenshot('rename-label');
  });

  for (const mode of ['never', 'always']) {
    it(`F2 on a link gives its file another name, without a question, and saves what it edits (${mode})`, async () => {
      await setSetting(SETTING, mode);
      const folder = pages();
      await until(async () => assert.equal(await brokenIn(`${folder}/sub/deep.md`), 1));
      await goTo(`${folder}/other.md`, 'first.md');
      await renameTo('sub/start.md');
      await until(() => {
        assert.ok(!existsSync(join(editor().wiki, folder, 'first.md')));
        assert.match(onDisk(`${folder}/sub/start.md`), /\[Second\]\(\.\.\/second\.md#a-part\)/);
        assert.match(onDisk(`${folder}/other.md`), /\[First\]\(sub\/start\.md\)/);
        assert.match(onDisk(`${folder}/sub/deep.md`), /\[First\]\(start\.md\)/);
      });
    });
  }

  it('another name in the Explorer', async () => {
    const folder = pages();
    const { page } = editor();
    await until(async () => assert.equal(await brokenIn(`${folder}/sub/deep.md`), 1));
    await goTo(`${folder}/first.md`, '# First');
    await command('revealInExplorer');
    await command('workbench.files.action.showActiveFileInExplorer');
    await until(async () => {
      await command('renameFile');
      await page.locator('.explorer-folders-view .monaco-inputbox input').waitFor({ timeout: 3000 });
    });
    await page.locator('.explorer-folders-view .monaco-inputbox input').fill('the start.md');
    await page.keyboard.press('Enter');
    await dialogButton('OK').click();
    await until(() => {
      assert.match(onDisk(`${folder}/the start.md`), /^# First$/m);
      assert.match(
        onDisk(`${folder}/second.md`),
        /\[First\]\(the%20start\.md\), \[its title\]\(the%20start\.md#first\)/,
      );
    });
  });

  it('F2 onto a file that exists says why not, and changes nothing', async () => {
    const folder = pages();
    await until(async () => assert.equal(await brokenIn(`${folder}/sub/deep.md`), 1));
    await goTo(`${folder}/other.md`, 'first.md');
    await renameTo('second.md');
    await toast(/second\.md" exists already/).waitFor();
    await screenshot('rename-refused');
    assert.equal(onDisk(`${folder}/first.md`), TEXT);
    assert.match(await textOf(`${folder}/other.md`), /\[First\]\(first\.md\)/);
  });

  it('a page that another program moved is offered to be linked again', async () => {
    const folder = pages();
    await until(async () => assert.equal(await brokenIn(`${folder}/sub/deep.md`), 1));
    renameSync(join(editor().wiki, folder, 'first.md'), join(editor().wiki, folder, 'sub/moved.md'));
    const offer = toast(/first\.md" moved to/);
    await offer.waitFor();
    await screenshot('moved-by-others');
    await offer.locator('.monaco-button', { hasText: 'Retarget 5 Links' }).click();
    await until(() => {
      assert.match(onDisk(`${folder}/sub/moved.md`), /\[Second\]\(\.\.\/second\.md#a-part\)/);
      assert.match(onDisk(`${folder}/other.md`), /\[First\]\(sub\/moved\.md\)/);
      assert.match(onDisk(`${folder}/sub/deep.md`), /\[First\]\(moved\.md\)/);
    });
  });

  it('links left by a No are broken, with a fix for all of them', async () => {
    const folder = pages();
    await until(async () => assert.equal(await brokenIn(`${folder}/sub/deep.md`), 1));
    await setSetting(SETTING, 'prompt');
    await editor().driver.evaluate(
      (vscode, [from, to]) => {
        const edit = new vscode.WorkspaceEdit();
        edit.renameFile(vscode.Uri.file(from!), vscode.Uri.file(to!));
        // Not awaited: it ends when the dialogs are answered.
        void vscode.workspace.applyEdit(edit);
      },
      ['first.md', 'sub/first.md'].map(path => join(editor().wiki, folder, path)),
    );
    await dialogButton('OK').click();
    await dialogButton('No').click();
    await until(async () => assert.equal(await brokenIn(`${folder}/sub/first.md`), 1));
    assert.equal(onDisk(`${folder}/sub/first.md`), TEXT);
    await goTo(`${folder}/sub/first.md`, 'second.md');
    const titles = await lightBulb.open();
    await screenshot('retarget');
    const wanted = titles.find(title =>
      /^Retarget 1 link of this page, which was ".*first\.md"$/.test(title),
    );
    assert.ok(wanted, titles.join('\n'));
    await lightBulb.choose(wanted);
    await until(async () =>
      assert.match(await textOf(`${folder}/sub/first.md`), /\[Second\]\(\.\.\/second\.md#a-part\)/),
    );
  });
});
