import type { Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import { pageNamed, pageOfPath } from '../../wiki/resolve.ts';
import { writtenDestinations } from '../../wiki/targets.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Asker } from '../asker.ts';

/** A stretch of a page that opens a file or a web address when clicked. */
export interface DocumentLink {
  readonly span: Span;
  /** Wiki path of the file, or the address. */
  readonly to: { readonly path: string } | { readonly url: string };
  readonly tooltip?: string;
}

/** What can be clicked in a page: fields that name pages or tables; where the editor has none of its own, links and page paths too. */
export function documentLinks(wiki: Wiki, page: Page, asker: Asker): readonly DocumentLink[] {
  const fields = [...fieldLinks(wiki, page)];
  return asker === 'markdown-editor'
    ? fields
    : [...fields, ...writtenLinks(wiki, page), ...pagePathLinks(wiki, page)];
}

function* fieldLinks(wiki: Wiki, page: Page): Iterable<DocumentLink> {
  for (const { name, type, span } of page.names) {
    const target = pageNamed(wiki, page.path, name, type);
    if (target) yield { span, to: { path: target.path }, tooltip: target.title };
  }
  for (const { path, span } of page.tables) if (wiki.files.hasFile(path)) yield { span, to: { path } };
}

function* writtenLinks(wiki: Wiki, page: Page): Iterable<DocumentLink> {
  for (const { place, target } of writtenDestinations(wiki, page)) {
    const span = place.destinationSpan;
    if (target.kind === 'page') yield { span, to: { path: target.page.path }, tooltip: target.page.title };
    else if (target.kind === 'file' && wiki.files.hasFile(target.path))
      yield { span, to: { path: target.path } };
    else if (target.kind === 'url' && /^(?:https?|mailto):/i.test(place.destination))
      yield { span, to: { url: place.destination } };
  }
}

function* pagePathLinks(wiki: Wiki, page: Page): Iterable<DocumentLink> {
  for (const { path, span } of page.facts.pagePaths) {
    const target = pageOfPath(wiki, page.path, path);
    if (target) yield { span, to: { path: target.path }, tooltip: target.title };
  }
}
