import type { Definition } from '../../markdown/facts.ts';
import type { TextEdit } from '../../text/edit.ts';
import { encodePath, readDestination } from '../../wiki/destination.ts';
import type { Page } from '../../wiki/page.ts';
import { folderOf, relativePath, stem } from '../../wiki/path.ts';
import { resolve } from '../../wiki/resolve.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Asked } from './complete.ts';
import type { Completion, Completions } from './completion.ts';
import type { CursorOf } from './cursor.ts';
import { choosePages, describePage } from './pages.ts';
import { nameWords } from './search-words.ts';
import { wantedAt } from './wanted.ts';

/**
 * `[text][la|` → a label that the page defines, or a page that has none yet: its definition is added to the others. The
 * labels themselves are left to VS Code where its own path completion answers too.
 */
export function completeLabel(
  wiki: Wiki,
  page: Page,
  cursor: CursorOf<'label'>,
  offset: number,
  text: string,
  { asker }: Asked,
): Completions {
  const linkStart = text.lastIndexOf('[', cursor.span.start - 2);
  const wanted = wantedAt(page, offset, linkStart, text);
  const { choices, incomplete } = choosePages(wiki, page, cursor.typed, wanted);
  const defined = new Map(
    page.facts.definitions.map(definition => [pathOf(wiki, page, definition), definition]),
  );
  const taken = new Set(page.facts.definitions.map(({ label }) => label.toLowerCase()));
  const labels =
    asker === 'markdown-editor'
      ? []
      : page.facts.definitions.map(each => labelItem(wiki, page, cursor, each));
  const added = choices
    .filter(({ page: target }) => !defined.has(target.path))
    .map(({ page: target, rank }): Completion => {
      const label = freeLabel(target, taken);
      const way = encodePath(relativePath(folderOf(page.path), target.path));
      return {
        kind: 'page',
        label: target.title,
        description: describePage(target),
        filterText: [target.title, ...nameWords(target)].join(' '),
        rank: `1${rank}`,
        span: cursor.span,
        newText: label,
        also: [addDefinition(page, text, `[${label}]: ${way}`)],
        page: target.path,
      };
    });
  return { incomplete, items: [...labels, ...added] };
}

function labelItem(wiki: Wiki, page: Page, { span }: CursorOf<'label'>, definition: Definition): Completion {
  const path = pathOf(wiki, page, definition);
  const target = path === undefined ? undefined : wiki.pages.get(path);
  return {
    kind: 'label',
    label: definition.label,
    description: target?.title ?? definition.destination,
    filterText: `${definition.label} ${target?.title ?? ''}`,
    rank: `0${definition.label.toLowerCase()}`,
    span,
    newText: definition.label,
    ...(target ? { page: target.path } : {}),
  };
}

/** The page that a definition leads to, as a whole; one with an anchor is another target. */
function pathOf(wiki: Wiki, page: Page, { destination }: Definition): string | undefined {
  const read = readDestination(page.path, destination);
  const target = resolve(wiki, read);
  return target.kind === 'page' && !(read.kind === 'path' && read.fragment) ? target.page.path : undefined;
}

/** The file's name, with a number where that label is taken. */
function freeLabel(target: Page, taken: ReadonlySet<string>): string {
  const name = stem(target.path).replace(/[[\]\\]/g, '-');
  let label = name;
  for (let number = 2; taken.has(label.toLowerCase()); number++) label = `${name}-${number}`;
  return label;
}

/** Behind the last definition, else at the end of the page. */
function addDefinition({ facts }: Page, text: string, definition: string): TextEdit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = facts.definitions.reduce((end, { span }) => Math.max(end, span.end), -1);
  if (last >= 0) return { span: { start: last, end: last }, newText: newline + definition };
  const end = text.trimEnd().length;
  return {
    span: { start: end, end },
    newText: `${newline}${newline}${definition}${end === text.length ? newline : ''}`,
  };
}
