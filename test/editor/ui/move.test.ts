import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { after, afterEach, describe, it } from 'mocha';
import { brokenIn } from './broken-links.ts';
import { editor } from './editor.ts';
import { until } from './until.ts';
import { closeAll, openPage, setSetting } from './workbench.ts';

/** What VS Code's own update of links is set to, and what its question is answered. */
const MODES = ['never', 'always', 'prompt, Yes', 'prompt, No'] as const;
type Mode = (typeof MODES)[number];

const SETTING = 'markdown.updateLinksOnFileMove.enabled';

interface Move {
  readonly from: string;
  readonly to: string;
}

/** Pages that link to each other in every way, in a folder that no trial had before. */
const FILES: Readonly<Record<string, string>> = {
  'one.md': `# One

- [Two](two.md), [its part](two.md#part), [itself](one.md#one) and [here](#one)
- [encoded](two%20words.md) and [angle](<two words.md>)
- [by reference][two] and ![a picture](picture.png)
- [boxed](box/inner.md)

[two]: two.md "Two"
`,
  'two.md': '# Two\n\n## Part\n\n- [One](one.md#one), [one again][one]\n\n[one]: ./one.md\n',
  'two words.md': '# Two words\n\n- [One](<one.md>)\n',
  'picture.png': '',
  'sub/below.md': '# Below\n\n- [One](../one.md)\n- [boxed](../box/inner.md)\n',
  'box/inner.md': '# Inner\n\n- [One](../one.md)\n- [other](other.md)\n',
  'box/other.md': '# Other\n\n- [inner](inner.md)\n- [Two](../two.md)\n',
};

const TRIALS: readonly { readonly what: string; readonly moves: readonly Move[]; readonly open?: string }[] =
  [
    { what: 'a page into another folder', moves: [{ from: 'one.md', to: 'sub/one.md' }] },
    { what: 'a page to another name', moves: [{ from: 'one.md', to: 'first page.md' }] },
    {
      what: 'two pages that link to each other',
      moves: [
        { from: 'one.md', to: 'sub/one.md' },
        { from: 'two.md', to: 'sub/two.md' },
      ],
    },
    { what: 'a folder', moves: [{ from: 'box', to: 'sub/box' }] },
    {
      what: 'a folder with a page that is open',
      moves: [{ from: 'box', to: 'sub/box' }],
      open: 'box/inner.md',
    },
  ];

let trials = 0;
const folders: string[] = [];

/** A fresh copy of the pages; a path that an editor has seen may come with what it remembers. */
function freshFolder(): string {
  const folder = `moves/trial-${trials++}`;
  folders.push(folder);
  for (const [path, text] of Object.entries(FILES)) {
    const file = join(editor().wiki, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

const newPath = (moves: readonly Move[], path: string): string => {
  const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
  return move ? move.to + path.slice(move.from.length) : path;
};

/** Where each link of a page leads, without what stands behind `#`. */
const targetsIn = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\((?:<([^>]*)>|([^)\s]*))|^\[\w+\]: (?:<([^>]*)>|(\S+))/gm)].map(match => {
    const written = (match[1] ?? match[2] ?? match[3] ?? match[4])!.replace(/#.*/, '');
    return written === '' ? path : posix.join(posix.dirname(path), decodeURI(written));
  });

/** Waits until the server knows the pages of a folder: it reports what is wrong in one that came last. */
async function untilRead(folder: string): Promise<void> {
  writeFileSync(join(editor().wiki, folder, 'last.md'), '[gone](gone.md)\n');
  await until(async () => assert.equal(await brokenIn(`${folder}/last.md`), 1));
}

/**
 * Moves files as the Explorer does, and answers what VS Code asks on the way. Gives whether its own update of links asked:
 * of a folder it may not have heard yet.
 */
async function move(folder: string, moves: readonly Move[], mode: Mode): Promise<boolean> {
  const { page, driver, wiki } = editor();
  await driver.evaluate(
    (vscode, pairs) => {
      const edit = new vscode.WorkspaceEdit();
      for (const { from, to } of pairs) edit.renameFile(vscode.Uri.file(from), vscode.Uri.file(to));
      // Not awaited: it ends when the dialogs are answered.
      void vscode.workspace.applyEdit(edit);
    },
    moves.map(({ from, to }) => ({ from: join(wiki, folder, from), to: join(wiki, folder, to) })),
  );
  await button('OK').click();
  let asked = false;
  if (mode.startsWith('prompt')) {
    const isFolder = moves.every(({ from }) => !from.includes('.'));
    const question = button(mode === 'prompt, Yes' ? 'Yes' : 'No');
    asked = await question.waitFor({ timeout: isFolder ? 5000 : 30_000 }).then(
      () => true,
      error => {
        if (!isFolder) throw error;
        return false;
      },
    );
    if (asked) await question.click();
  }
  await page.locator('.monaco-dialog-box').waitFor({ state: 'hidden' });
  return asked;
}

const button = (name: string) =>
  editor().page.locator('.monaco-dialog-box .monaco-button', { hasText: new RegExp(`^${name}$`) });

describe('a move, with VS Code updating links too', () => {
  afterEach(closeAll);
  after(async () => {
    await setSetting(SETTING, undefined);
    rmSync(join(editor().wiki, 'moves'), { recursive: true, force: true, maxRetries: 5 });
  });

  for (const mode of MODES) {
    for (const { what, moves, open = 'sub/below.md' } of TRIALS) {
      it(`${mode}: ${what}`, async () => {
        await setSetting(SETTING, mode.split(',')[0]);
        const folder = freshFolder();
        await untilRead(folder);
        await openPage(`${folder}/${open}`);
        const asked = await move(folder, moves, mode);
        const isLeft = mode === 'prompt, No' || (mode === 'prompt, Yes' && !asked);
        const onDisk = (path: string) => readFileSync(join(editor().wiki, folder, path), 'utf8');
        await until(() => {
          for (const [path, text] of Object.entries(FILES)) {
            const now = newPath(moves, path);
            if (!path.endsWith('.md')) continue;
            assert.ok(existsSync(join(editor().wiki, folder, now)), `${now} is there`);
            const isOwn = posix.dirname(now) !== posix.dirname(path);
            // The user said No: the page's own links are as they were.
            if (isLeft && isOwn) assert.equal(onDisk(now), text);
            else
              assert.deepEqual(
                targetsIn(now, onDisk(now)),
                targetsIn(path, text).map(target => newPath(moves, target)),
                now,
              );
          }
        });
      });
    }
  }
});
