import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { editor } from './editor.ts';
import { previewFrameWith } from './preview-frame.ts';
import { command, openPage } from './workbench.ts';

const PAGE = 'findings/2025-previewed.md';
const TABLE = 'data/previewed.csv';

/** A finding with one of everything that the preview shows. */
const TEXT = `---
type: finding
title: Everything a preview shows
date: 2025-11-02
models: [Llama-3.1-8B-Instruct]
source: https://arxiv.org/abs/2510.08211
status: draft
lenses: [behavioural]
---

# Everything a preview shows

## Key results

Severe medical data take the total to [36.44](../data/previewed.csv#severe/total), from
[26.94](../data/previewed.csv#vanilla/total). In this respect concepts/honesty has more to say. A page on
[candour](../concepts/candour.md) is missing, and [the history](../concepts/honesty.md#history) has no heading.

![Deception by training data](../data/previewed.csv)

![Ablations](../data/ablations.csv)

## Sources

- [Hu et al. 2025](../sources/hu-2025-deceive-unintentionally.md)
`;

const CSV = 'data,total,share\nvanilla,26.94,n/a\nsevere,34.46,100 %\nmild,30.12,7 %\nmixed,,50 %\n';

/** Writes the page and its table into the wiki, and opens the page with its preview beside it. */
export async function previewEverything(): Promise<Frame> {
  await writeTable();
  await writeFile(join(editor().wiki, PAGE), TEXT);
  return openPreview(PAGE, '.research-wiki-table');
}

/** Opens a page with its preview beside it, and waits for an element in it. */
export async function openPreview(path: string, selector: string): Promise<Frame> {
  await openPage(path);
  await command('markdown.showPreviewToSide');
  return previewFrameWith(selector);
}

export const writeTable = (): Promise<void> => writeFile(join(editor().wiki, TABLE), CSV);

export const deleteTable = (): Promise<void> => rm(join(editor().wiki, TABLE), { force: true });

/** Takes away what these tests have written. */
export async function removeEverything(): Promise<void> {
  await deleteTable();
  await rm(join(editor().wiki, PAGE), { force: true });
  await rm(join(editor().wiki, HOSTILE_PAGE), { force: true });
}

/**
 * Puts `after` in the place of the first `before` in the editor of the page, if it is there. Throws while VS Code takes over
 * what another program wrote: it refuses edits then.
 */
export function editPreviewed(before: string, after: string): Promise<void> {
  return editor().driver.evaluate(
    async (vscode, [old, fresh]) => {
      const typed = vscode.window.visibleTextEditors.find(({ document }) =>
        document.uri.path.endsWith('previewed.md'),
      )!;
      const at = typed.document.getText().indexOf(old);
      if (at < 0) return;
      const range = new vscode.Range(
        typed.document.positionAt(at),
        typed.document.positionAt(at + old.length),
      );
      if (!(await typed.edit(edit => edit.replace(range, fresh)))) throw new Error('not taken over');
    },
    [before, after] as const,
  );
}

const HOSTILE_PAGE = 'findings/2025-hostile.md';

/** A page, a table and fields that try to be more than text. */
export async function previewHostilePage(): Promise<Frame> {
  const plant = '<img src=x onerror="window.planted=1"><script>window.planted=1</script>';
  await writeFile(
    join(editor().wiki, TABLE),
    `${plant.replaceAll('"', '""')},"total"\n"${plant.replaceAll('"', '""')}",1.5\n`,
  );
  await writeFile(
    join(editor().wiki, HOSTILE_PAGE),
    `---\ntype: finding\ntitle: '${plant}'\nstatus: '${plant}'\nlenses: ['javascript:alert(1)']\n---\n\n` +
      `<script>window.planted=1</script>\n\n[click](javascript:window.planted=1)\n\n![${plant}](../data/previewed.csv)\n`,
  );
  return openPreview(HOSTILE_PAGE, '.research-wiki-table');
}
