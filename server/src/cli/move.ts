import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { applyMove } from '../host/apply-move.ts';
import { freshEdits } from '../host/fresh-edits.ts';
import { lineStartsIn } from '../host/lines.ts';
import { editRefusal, moveRefusal } from '../host/move-refusal.ts';
import { UserError } from '../host/user-error.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import { positionAt } from '../text/line-starts.ts';
import type { PageEdits } from '../wiki/moves/edits-by-page.ts';
import { moveEdits } from '../wiki/moves/move-edits.ts';
import type { Move } from '../wiki/moves/moves.ts';
import { isReadOnly } from '../wiki/schema/page-type.ts';
import { readWiki } from './load-wiki.ts';

export interface MoveCommandOptions {
  readonly dryRun?: boolean;
  /** Change pages that the schema declares read-only too. */
  readonly readOnly?: boolean;
}

/** `research-wiki move`: moves a file or folder with all links to it and in it. Returns the exit code. */
export async function move(from: string, to: string, options: MoveCommandOptions): Promise<number> {
  const [source, target] = placesOf(from, to);
  const { host, bar } = await readWiki([dirname(source)], undefined);
  bar.stop();
  const inWiki = (path: string) => relative(host.root, path).replaceAll('\\', '/');
  const wanted: Move = { from: inWiki(source), to: inWiki(target) };
  const refused = moveRefusal(host, wanted);
  if (refused) throw new UserError(refused, 'nothing was changed');
  const found = freshEdits(host, () => moveEdits(host.wiki, [wanted], { schemaFile: host.schemaFile }));
  if (!found) throw new UserError('pages change while they are read', 'nothing was changed');
  const stuck = editRefusal(host, found.edits.keys());
  if (stuck) throw new UserError(stuck, 'nothing was changed');
  const readOnly = [...found.edits.keys()].filter(path => isReadOnly(host.wiki.schema, path));
  if (readOnly.length > 0 && !options.readOnly && !options.dryRun)
    throw new UserError(
      `"${readOnly[0]}" would have to change, and is read-only by research-wiki.yaml`,
      'add --read-only to change it all the same',
    );
  if (options.dryRun) process.stdout.write(listed(host, found, wanted));
  else applyMove(host, wanted, found);
  process.stderr.write(`${summary(found, wanted, options.dryRun === true)}\n`);
  return 0;
}

/** Absolute paths. Like `mv`, a folder that is there takes what is moved into itself. */
function placesOf(from: string, to: string): readonly [string, string] {
  const source = resolve(from);
  const folder = realFolder(dirname(source));
  if (folder === undefined) throw new UserError(`"${from}" does not exist`);
  const realSource = join(folder, basename(source));
  const target = resolve(to);
  const intoFolder = realFolder(target);
  if (intoFolder !== undefined && intoFolder !== realFolder(realSource))
    return [realSource, join(intoFolder, basename(source))];
  return [realSource, join(realFolder(dirname(target)) ?? dirname(target), basename(target))];
}

function realFolder(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** One line an edit: place, what stands there, what will. */
function listed(host: WikiHost, { edits }: PageEdits, { from, to }: Move): string {
  const lines = [`${from} -> ${to}`];
  for (const path of [...edits.keys()].sort()) {
    const starts = lineStartsIn(host, path);
    const text = path === host.schemaFile?.path ? host.schemaFile.text : host.wiki.sources.textOf(path)!;
    for (const { span, newText } of edits.get(path)!) {
      const { line, character } = positionAt(starts, span.start);
      lines.push(`${path}:${line + 1}:${character + 1} ${text.slice(span.start, span.end)} -> ${newText}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function summary({ edits }: PageEdits, { from, to }: Move, dryRun: boolean): string {
  const links = [...edits.values()].reduce((sum, own) => sum + own.length, 0);
  const changed =
    links === 0
      ? 'no link'
      : `${links} link${links === 1 ? '' : 's'} in ${edits.size} file${edits.size === 1 ? '' : 's'}`;
  return dryRun
    ? `${from} would move to ${to}, and ${changed} change`
    : `moved ${from} to ${to}; ${changed} changed`;
}
