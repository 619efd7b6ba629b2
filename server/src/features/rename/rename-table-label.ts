import { relabel } from '../../tables/relabel.ts';
import { anchorEdits, keyEdits } from '../../wiki/moves/relabel-edits.ts';
import { isReadOnly } from '../../wiki/schema/page-type.ts';
import { tableOptionsOf } from '../../wiki/schema/table-options.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Refused, Rename, RenameOptions } from './rename.ts';
import type { RenameTarget } from './rename-target.ts';

/** Gives a row or a column of a data table another name, in its file and in all that name it. */
export function renameTableLabel(
  wiki: Wiki,
  { path, label }: Extract<RenameTarget, { kind: 'table-label' }>,
  name: string,
  { tableText, schemaFile }: RenameOptions,
): Rename | Refused {
  // Whoever leaves out the edit of the table, but not those of the anchors, breaks them: there is nothing to ask.
  if (isReadOnly(wiki.schema, path)) return { refused: `"${path}" is declared read-only` };
  const text = tableText(path);
  if (text === undefined) return { refused: `"${path}" can't be read as text` };
  if (name === label.text) return { edits: new Map(), stale: [] };
  const relabelled = relabel(path, text, label, name, tableOptionsOf(wiki.schema, path));
  if (typeof relabelled === 'string') return { refused: relabelled };
  const anchors = anchorEdits(wiki, path, relabelled);
  if (typeof anchors === 'string') return { refused: anchors };
  const keys = schemaFile ? keyEdits(schemaFile, path, relabelled) : [];
  if (typeof keys === 'string') return { refused: keys };
  const edits = new Map(anchors.edits);
  edits.set(
    path,
    relabelled.edits.map(edit => ({ path, ...edit })),
  );
  if (schemaFile && keys.length > 0) edits.set(schemaFile.path, keys);
  return { edits, stale: anchors.stale };
}
