import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Definition } from './navigation/places.ts';
import { cellsSpokenOf, numberAt } from './number-cells.ts';

/** Nobody reads a longer list. */
const MOST = 100;

/**
 * Where a number comes from: its cell or cells, the candidates where none is sure, the cells that an anchor names, and for a
 * number bound to `wiki:TYPE` the pages of that type. Undefined where there is nothing of the kind.
 */
export function numberDefinition(
  wiki: Wiki,
  path: string,
  offset: number,
): readonly Definition[] | undefined {
  const page = wiki.pages.get(path);
  if (!page) return undefined;
  const counted = countedPages(wiki, page, offset);
  if (counted) return counted;
  const spoken = cellsSpokenOf(wiki, page, offset);
  return spoken?.cells.slice(0, MOST).map(cell => ({
    from: spoken.span,
    path: cell.path,
    span: cell.table.rows[cell.row]![cell.column]!.span,
  }));
}

function countedPages(wiki: Wiki, page: Page, offset: number): readonly Definition[] | undefined {
  const claim = numberAt(wiki, page, offset);
  if (!claim?.bound) return undefined;
  const link = page.facts.links.find(
    ({ span }) => span.start <= claim.span.start && claim.span.end <= span.end,
  );
  const type = /^wiki:([\w-]+)$/.exec(link?.destination ?? '')?.[1];
  if (type === undefined) return undefined;
  return [...wiki.pages.values()]
    .filter(({ typeName }) => typeName === type)
    .slice(0, MOST)
    .map(({ path, facts }) => ({
      from: claim.span,
      path,
      span: facts.headings[0]?.textSpan ?? { start: 0, end: 0 },
    }));
}
