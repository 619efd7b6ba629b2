import type { Token } from 'markdown-it';
import type { PreviewTable } from '../../../server/src/lsp/protocol.ts';
import type { PreviewPage } from './preview-page.ts';

/** A page while it is rendered, with its destinations as they stand in links. */
export interface Rendering extends PreviewPage {
  /** Why a destination leads nowhere. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, PreviewTable>;
  /** Ids for the broken links rendered so far. */
  readonly brokenIds: Map<Token, string>;
}

/** `normalizeLink` is what markdown-it does to a destination before it stands in a link. */
export function renderingOf(page: PreviewPage, normalizeLink: (destination: string) => string): Rendering {
  const { brokenLinks, tables } = page.data;
  return {
    ...page,
    reasons: new Map(brokenLinks.map(({ destination, reason }) => [normalizeLink(destination), reason])),
    tables: new Map(tables.map(table => [normalizeLink(table.destination), table])),
    brokenIds: new Map(),
  };
}

/** The id of what is said of a broken link; the same for its start and its end. */
export function brokenId({ brokenIds }: Rendering, link: Token): string {
  const id = brokenIds.get(link) ?? `research-wiki-broken-${brokenIds.size}`;
  brokenIds.set(link, id);
  return id;
}
