import type { Span } from '../../text/span.ts';
import { contains } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Asker } from '../asker.ts';
import { linkAt } from '../link-at.ts';
import { headingOf } from './anchor.ts';
import { pageAtOffset } from './page-at.ts';
import type { Definition } from './places.ts';

/** As VS Code has it, so that two answers to one question are one place. */
const PAGE_START: Span = { start: 0, end: 0 };

/**
 * Where a link, a field, a page path, a reference label or a title in plain words leads. VS Code itself follows labels,
 * and destinations with an anchor.
 */
export function linkDefinition(
  wiki: Wiki,
  path: string,
  offset: number,
  asker: Asker,
): readonly Definition[] | undefined {
  const page = wiki.pages.get(path);
  if (!page) return undefined;
  const label = labelDefinition(page, offset);
  if (label) return asker === 'markdown-editor' ? undefined : [label];
  const table = page.tables.find(({ span }) => contains(span, offset));
  if (table) return [{ from: table.span, path: table.path, span: PAGE_START }];
  const found = pageAtOffset(wiki, page, offset);
  if (!found) return fileDefinition(wiki, page, offset);
  if (found.by === 'heading' || found.by === 'title') return undefined;
  // VS Code follows destinations with an anchor, and no others.
  if (found.by === 'destination' && found.fragment !== undefined && asker === 'markdown-editor')
    return undefined;
  const span = headingOf(found.page, found.fragment)?.span ?? PAGE_START;
  return [{ from: found.span, path: found.page.path, span }];
}

/** `[text][label]` with the cursor on the label: its definition in the page. */
function labelDefinition(page: Page, offset: number): Definition | undefined {
  const link = page.facts.links.find(({ labelSpan }) => labelSpan && contains(labelSpan, offset));
  const definition = page.facts.definitions.find(({ identifier }) => identifier === link?.identifier);
  return link?.labelSpan && definition
    ? { from: link.labelSpan, path: page.path, span: definition.span }
    : undefined;
}

/** A file that is no page: a table, an image. */
function fileDefinition(wiki: Wiki, page: Page, offset: number): readonly Definition[] | undefined {
  const found = linkAt(wiki, page, offset);
  return found?.target?.kind === 'file' && wiki.files.hasFile(found.target.path)
    ? [{ from: found.span, path: found.target.path, span: PAGE_START }]
    : undefined;
}
