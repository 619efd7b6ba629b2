import type { Definition, Link } from '../../markdown/facts.ts';
import { type Label, labelAt, labelInFragment } from '../../tables/label.ts';
import { contains, type Span } from '../../text/span.ts';
import { type Destination, decode, pathIn } from '../../wiki/destination.ts';
import type { Page } from '../../wiki/page.ts';
import { folderOf, isTablePath, resolvePath, stem } from '../../wiki/path.ts';
import { pageNamed, pageOfPath } from '../../wiki/resolve.ts';
import { targetsOf, writtenDestinations } from '../../wiki/targets.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/** What a rename at some place would give another name to. */
export type RenameTarget = {
  /** What the editor marks. */
  readonly span: Span;
  /** The name to begin with. */
  readonly placeholder: string;
} & (
  | { readonly kind: 'heading'; readonly page: Page; readonly heading: number }
  | { readonly kind: 'title'; readonly page: Page }
  | { readonly kind: 'label'; readonly identifier: string }
  /** What a row or a column of the data table at `path` is called. */
  | { readonly kind: 'table-label'; readonly path: string; readonly label: Label }
  /** A file, whose new name is a path seen from `folder`. */
  | { readonly kind: 'file'; readonly path: string; readonly folder: string }
);

/** What can be renamed at an offset of a page or a data table; undefined where nothing of ours can. */
export function renameTargetAt(wiki: Wiki, path: string, offset: number): RenameTarget | undefined {
  if (isTablePath(path)) return inTable(wiki, path, offset);
  const page = wiki.pages.get(path);
  if (!page || page.facts.mergeConflict) return undefined;
  return (
    inFrontMatter(wiki, page, offset) ??
    onDestination(wiki, page, offset) ??
    onLabel(page, offset) ??
    onLinkText(wiki, page, offset) ??
    onPagePath(wiki, page, offset) ??
    onHeading(page, offset)
  );
}

function inTable(wiki: Wiki, path: string, offset: number): RenameTarget | undefined {
  const table = wiki.sources.tableAt(path);
  const found = table && labelAt(table, offset);
  return found && { kind: 'table-label', path, ...found, placeholder: found.label.text };
}

function inFrontMatter(wiki: Wiki, page: Page, offset: number): RenameTarget | undefined {
  const title = page.facts.frontMatter?.fields.find(({ key }) => key === 'title');
  if (title && typeof title.value.value === 'string' && contains(title.value.span, offset))
    return { kind: 'title', page, span: title.value.span, placeholder: page.title };
  const name = page.names.find(({ span }) => contains(span, offset));
  if (name) {
    const target = pageNamed(wiki, page.path, name.name, name.type);
    if (!target) return undefined;
    const { span, name: placeholder } = name;
    if (placeholder.includes('/')) return filePath(wiki, page, target, placeholder, span);
    if (placeholder.replace(/\.md$/, '').toLowerCase() === stem(target.path).toLowerCase())
      return { kind: 'file', path: target.path, folder: folderOf(target.path), span, placeholder };
    if (placeholder.toLowerCase() !== target.title.toLowerCase()) return undefined;
    return ofTitle(target, span);
  }
  const table = page.tables.find(({ span }) => contains(span, offset));
  if (
    !table ||
    !wiki.files.hasFile(table.path) ||
    resolvePath(folderOf(page.path), table.written) !== table.path
  )
    return undefined;
  return {
    kind: 'file',
    path: table.path,
    folder: folderOf(page.path),
    span: table.span,
    placeholder: table.written,
  };
}

function onDestination(wiki: Wiki, page: Page, offset: number): RenameTarget | undefined {
  for (const { place, destination, target, pathSpan } of writtenDestinations(wiki, page)) {
    const { fragmentSpan } = place;
    if (fragmentSpan && contains(fragmentSpan, offset) && target.kind === 'file')
      return inAnchor(wiki, place, destination, fragmentSpan, offset);
    if (fragmentSpan && contains(fragmentSpan, offset) && target.kind === 'page') {
      const fragment = decode(place.destination.slice(place.destination.indexOf('#') + 1)).toLowerCase();
      const heading = target.page.facts.headings.findIndex(({ slug }) => slug === fragment);
      return heading < 0 ? undefined : { ...ofHeading(target.page, heading), span: fragmentSpan };
    }
    if (pathSpan.start === pathSpan.end || !contains(pathSpan, offset)) continue;
    const path = target.kind === 'page' ? target.page.path : target.kind === 'file' ? target.path : undefined;
    if (path === undefined || !wiki.files.hasFile(path)) return undefined;
    const placeholder = pathIn(place.destination);
    return { kind: 'file', path, folder: folderOf(page.path), span: pathSpan, placeholder };
  }
  return undefined;
}

/** A key or the column of a cell anchor: the label of the table that it stands for. */
function inAnchor(
  wiki: Wiki,
  place: Link | Definition,
  destination: Destination,
  fragmentSpan: Span,
  offset: number,
): RenameTarget | undefined {
  if (destination.kind !== 'path' || destination.fragment === undefined) return undefined;
  const table = isTablePath(destination.path) ? wiki.sources.tableAt(destination.path) : undefined;
  if (!table) return undefined;
  const written = place.destination.slice(place.destination.indexOf('#') + 1);
  const before = decode(written.slice(0, offset - fragmentSpan.start)).length;
  const found = labelInFragment(table, destination.fragment, before);
  if (!found) return undefined;
  const { start, end } = found.span;
  // Where the anchor is encoded its parts stand elsewhere than in what it says.
  const span =
    written === destination.fragment
      ? { start: fragmentSpan.start + start, end: fragmentSpan.start + end }
      : fragmentSpan;
  const { label } = found;
  return { kind: 'table-label', path: destination.path, label, span, placeholder: label.text };
}

function onLabel(page: Page, offset: number): RenameTarget | undefined {
  const { links, definitions } = page.facts;
  const found = [...links, ...definitions].find(
    (place): place is (Link | Definition) & { labelSpan: Span; identifier: string } =>
      place.labelSpan !== undefined && contains(place.labelSpan, offset),
  );
  if (!found) return undefined;
  const definition = definitions.find(({ identifier }) => identifier === found.identifier);
  const placeholder = definition?.label ?? found.identifier;
  return { kind: 'label', identifier: found.identifier, span: found.labelSpan, placeholder };
}

/** A link's text that is the title of its page is a name of the page. */
function onLinkText(wiki: Wiki, page: Page, offset: number): RenameTarget | undefined {
  const found = targetsOf(wiki, page).find(
    ({ link, target }) =>
      (link.kind === 'inline' || link.kind === 'reference') &&
      contains(link.textSpan, offset) &&
      target.kind === 'page' &&
      target.page.title === link.text.trim(),
  );
  if (found?.target.kind !== 'page') return undefined;
  return ofTitle(found.target.page, found.link.textSpan);
}

/** A title that is written nowhere is the file's name. */
function ofTitle(page: Page, span: Span): RenameTarget {
  const { path, title, facts } = page;
  const isWritten =
    facts.frontMatter?.data.title !== undefined || facts.headings.some(({ text }) => text === title);
  return isWritten
    ? { kind: 'title', page, span, placeholder: title }
    : { kind: 'file', path, folder: folderOf(path), span, placeholder: title };
}

function onPagePath(wiki: Wiki, page: Page, offset: number): RenameTarget | undefined {
  const place = page.facts.pagePaths.find(({ span }) => contains(span, offset));
  const target = place && pageOfPath(wiki, page.path, place.path);
  return place && target ? filePath(wiki, page, target, place.path, place.span) : undefined;
}

/** A page by its path, which counts from the first folder above the page where it leads there. */
function filePath(wiki: Wiki, page: Page, target: Page, written: string, span: Span): RenameTarget {
  let folder = folderOf(page.path);
  const leadsThere = () => {
    const path = resolvePath(folder, written);
    return (wiki.pages.get(path) ?? wiki.pages.get(`${path}.md`)) === target;
  };
  while (folder !== '' && !leadsThere()) folder = folderOf(folder);
  return { kind: 'file', path: target.path, folder, span, placeholder: written };
}

function onHeading(page: Page, offset: number): RenameTarget | undefined {
  const heading = page.facts.headings.findIndex(
    ({ span, textSpan }) => contains(span, offset) || contains(textSpan, offset),
  );
  return heading < 0 ? undefined : ofHeading(page, heading);
}

/** The placeholder is the heading as a reader sees it; whoever renames it may use Markdown. */
function ofHeading(page: Page, heading: number): RenameTarget {
  const { text, textSpan } = page.facts.headings[heading]!;
  return { kind: 'heading', page, heading, span: textSpan, placeholder: text };
}
