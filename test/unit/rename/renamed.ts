import assert from 'node:assert/strict';
import { type Rename, rename } from '../../../server/src/features/rename/rename.ts';
import { type RenameTarget, renameTargetAt } from '../../../server/src/features/rename/rename-target.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { factsOf, wikiOf } from '../../support/wiki-of.ts';

const SCHEMA = 'research-wiki.yaml';

export type Files = Readonly<Record<string, string>>;

/** What can be renamed at the `|` in one of these files, as its text and the name to begin with. */
export function targetAt(files: Files): readonly [string, string] | undefined {
  const { target, plain } = lookAt(files);
  if (!target) return undefined;
  return [plain.text.slice(target.span.start, target.span.end), target.placeholder];
}

/** The files after a rename at the `|`, by their new paths; or why it was refused. */
export function renamed(files: Files, name: string): Files | string {
  const { target, plain, wiki, texts } = lookAt(files);
  assert.ok(target, 'nothing to rename there');
  const result = rename(wiki, plain.path, target, name, {
    factsOf,
    tableText: path => texts.get(path),
    schemaFile: texts.has(SCHEMA) ? { path: SCHEMA, text: texts.get(SCHEMA)! } : undefined,
  });
  return 'refused' in result ? result.refused : after(texts, result);
}

function after(texts: ReadonlyMap<string, string>, { edits, move, stale }: Rename): Files {
  assert.deepEqual(stale, []);
  const newPath = (path: string) => (path === move?.from ? move.to : path);
  return Object.fromEntries(
    [...texts].map(([path, text]) => [newPath(path), applyEdits(text, edits.get(path) ?? [])]),
  );
}

function lookAt(files: Files) {
  const marked = Object.entries(files).find(([, text]) => text.includes('|'))!;
  const plain = { path: marked[0], text: marked[1].replace('|', ''), offset: marked[1].indexOf('|') };
  const texts = new Map(Object.entries(files).map(([path, text]) => [path, text.replace('|', '')]));
  const wiki = wikiOf(texts);
  const target: RenameTarget | undefined = renameTargetAt(wiki, plain.path, plain.offset);
  return { plain, texts, wiki, target };
}
