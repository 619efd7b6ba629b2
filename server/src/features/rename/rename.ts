import type { PageFacts } from '../../markdown/facts.ts';
import { normalizeLabel } from '../../markdown/page-facts.ts';
import { applyEdits } from '../../text/edit.ts';
import { escapeLinkText } from '../../wiki/link-text.ts';
import { type MoveOptions, moveEdits } from '../../wiki/moves/move-edits.ts';
import type { Move } from '../../wiki/moves/moves.ts';
import { pageFollowEdits } from '../../wiki/moves/page-follow-edits.ts';
import { type PathEdit, withoutOverlaps } from '../../wiki/moves/path-edit.ts';
import { isOneLine, yamlScalarLike } from '../../wiki/moves/yaml-scalar.ts';
import { makePage, type Page } from '../../wiki/page.ts';
import { extension, isMarkdownPath, isOutside, resolvePath } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { renameTableLabel } from './rename-table-label.ts';
import type { RenameTarget } from './rename-target.ts';

/** What a rename changes; nothing is changed yet. */
export interface Rename {
  readonly edits: ReadonlyMap<string, readonly PathEdit[]>;
  /** The file that gets another name, after the edits. */
  readonly move?: Move;
  /** Pages that have changed since they were read; the rename has to be worked out again once they are. */
  readonly stale: readonly string[];
}

/** Why a rename can't be done: a clause without a full stop. */
export interface Refused {
  readonly refused: string;
}

export interface RenameOptions extends MoveOptions {
  /** Reads a text as a page. */
  readonly factsOf: (text: string) => PageFacts;
  /** The text of a data table as it is now; undefined where it can't be had. */
  readonly tableText: (path: string) => string | undefined;
}

/** Gives another name to what `renameTargetAt` found in the page at `path`. */
export function rename(
  wiki: Wiki,
  path: string,
  target: RenameTarget,
  typed: string,
  options: RenameOptions,
): Rename | Refused {
  const name = typed.trim();
  if (name === '') return { refused: 'a name is wanted' };
  if (/[\n\r\0]/.test(name)) return { refused: 'a name stands on one line' };
  switch (target.kind) {
    case 'heading':
      return renameInPage(wiki, target.page, options, text =>
        headingEdits(target.page, target.heading, name, text, options),
      );
    case 'title':
      return renameInPage(wiki, target.page, options, text => titleEdits(target.page, name, text));
    case 'label':
      return renameLabel(wiki, path, target.identifier, name);
    case 'table-label':
      return renameTableLabel(wiki, target, name, options);
    case 'file':
      return renameFile(wiki, target, name, options);
  }
}

/** Changes a page by `own` edits, and all others with it. */
function renameInPage(
  wiki: Wiki,
  page: Page,
  { factsOf }: RenameOptions,
  own: (text: string) => readonly PathEdit[],
): Rename | Refused {
  if (page.facts.partial) return { refused: 'the page is too big' };
  const text = wiki.sources.textOf(page.path);
  if (text === undefined) return { edits: new Map(), stale: [page.path] };
  const edits = own(text);
  const facts = factsOf(applyEdits(text, edits));
  const isSamePage =
    facts.headings.length === page.facts.headings.length && facts.links.length === page.facts.links.length;
  if (
    !isSamePage ||
    facts.headings.some(
      ({ text: heading }, index) => heading === '' && page.facts.headings[index]!.text !== '',
    )
  )
    return { refused: 'Markdown would read that as something else' };
  const { edits: followers, stale } = pageFollowEdits(wiki, page, makePage(page.path, facts, wiki.schema));
  const all = new Map(followers);
  all.set(page.path, withoutOverlaps([...edits, ...(followers.get(page.path) ?? [])]));
  return { edits: all, stale };
}

/** A heading that says the page's title takes the front matter's along. */
function headingEdits(
  page: Page,
  index: number,
  name: string,
  text: string,
  { factsOf }: RenameOptions,
): readonly PathEdit[] {
  const heading = page.facts.headings[index]!;
  const isTitle = heading.depth === 1 && heading.text === page.title;
  const first = page.facts.headings.findIndex(
    ({ depth, text: title }) => depth === 1 && title === page.title,
  );
  const own = headingEdit(page, index, name, text);
  if (!isTitle || first !== index) return [own];
  // As a reader sees it: without the marks of emphasis and code.
  const title = factsOf(`# ${name}\n`).headings[0]?.text ?? name;
  return [own, ...fieldEdits(page, title, text)];
}

function headingEdit(page: Page, index: number, name: string, text: string): PathEdit {
  const { textSpan } = page.facts.headings[index]!;
  const space = textSpan.start === textSpan.end && /\S/.test(text[textSpan.start - 1] ?? ' ') ? ' ' : '';
  return { path: page.path, span: textSpan, newText: space + name };
}

/** The title in the front matter and in the first heading, wherever it stands. */
function titleEdits(page: Page, name: string, text: string): readonly PathEdit[] {
  const index = page.facts.headings.findIndex(
    ({ depth, text: title }) => depth === 1 && title === page.title,
  );
  const heading = index < 0 ? [] : [headingEdit(page, index, escapeLinkText(name), text)];
  return [...fieldEdits(page, name, text), ...heading];
}

function fieldEdits(page: Page, title: string, text: string): readonly PathEdit[] {
  const span = page.facts.frontMatter?.fields.find(({ key }) => key === 'title')?.value.span;
  const raw = span && text.slice(span.start, span.end);
  if (!span || !raw || !isOneLine(raw)) return [];
  return [{ path: page.path, span, newText: yamlScalarLike(raw, title) }];
}

function renameLabel(wiki: Wiki, path: string, identifier: string, name: string): Rename | Refused {
  const page = wiki.pages.get(path)!;
  if (/(?<!\\)[[\]]/.test(name)) return { refused: 'a label holds no brackets' };
  const { links, definitions } = page.facts;
  const now = normalizeLabel(name);
  if (now !== identifier && definitions.some(definition => definition.identifier === now))
    return { refused: `there is a definition of "${name}" already` };
  const spans = [...links, ...definitions].flatMap(place =>
    place.identifier === identifier && place.labelSpan ? [place.labelSpan] : [],
  );
  return {
    edits: new Map([[path, withoutOverlaps(spans.map(span => ({ path, span, newText: name })))]]),
    stale: [],
  };
}

function renameFile(
  wiki: Wiki,
  { path, folder }: Extract<RenameTarget, { kind: 'file' }>,
  name: string,
  options: RenameOptions,
): Rename | Refused {
  const to = resolvePath(folder, name.replaceAll('\\', '/')) + missingEnding(path, name);
  if (isOutside(to)) return { refused: `"${name}" is not in the wiki` };
  if (to === path) return { edits: new Map(), stale: [] };
  const move = { from: path, to };
  return { ...moveEdits(wiki, [move], options), move };
}

/** A name is often typed without its ending; a page stays one. */
function missingEnding(path: string, name: string): string {
  const lacks = isMarkdownPath(path) ? !isMarkdownPath(name) : extension(name) === '';
  return lacks ? path.slice(path.length - extension(path).length) : '';
}
