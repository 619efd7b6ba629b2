import type {
  PageBacklinksResult,
  PagePartsResult,
  ViewEditParams,
  ViewRelated,
  ViewRelation,
  ViewSection,
  ViewTable,
} from '../../../server/src/lsp/protocol.ts';
import { GROUP_LOOKS, groupTitle } from './claims-rows.ts';
import { BLUE, inOneLine, RED, type Row, type Translate, YELLOW } from './row.ts';

/** What a row of the view *This Page* stands for; `uri` is the page's. */
export type PageData =
  | { readonly kind: 'part'; readonly uri: string; readonly part: PagePart }
  | { readonly kind: 'relation'; readonly uri: string; readonly relation: string }
  | { readonly kind: 'place'; readonly uri: string; readonly edit?: ViewEditParams };
export type PageRow = Row<PageData>;
export type PagePart = 'sections' | 'relations' | 'backlinks' | 'tables' | 'numbers';

/** The parts of a page; those of which it has nothing are left out, but for its sections. */
export function partRows(uri: string, page: PagePartsResult, t: Translate): readonly PageRow[] {
  const missing = page.sections.filter(({ entry }) => entry !== undefined).length;
  const contradicted = page.tables.reduce((sum, table) => sum + table.contradicted, 0);
  const row = (
    part: PagePart,
    label: string,
    icon: string,
    description: string,
    fold: 'open' | 'closed',
  ) => ({
    id: part,
    label,
    description,
    icon: [icon] as const,
    context: part,
    fold,
    data: { kind: 'part' as const, uri, part },
  });
  const present = page.sections.length - missing;
  const rows: (PageRow | false)[] = [
    row(
      'sections',
      t('Sections'),
      'list-ordered',
      inOneLine(String(present), missing > 0 && t('{0} missing', missing)),
      'open',
    ),
    row('relations', t('Relations'), 'references', '', 'open'),
    page.backlinks > 0 &&
      row('backlinks', t('Backlinks'), 'arrow-left', pagesOf(page.backlinks, t), 'closed'),
    page.tables.length > 0 &&
      row(
        'tables',
        t('Tables'),
        'table',
        inOneLine(String(page.tables.length), contradicted > 0 && t('{0} contradicted', contradicted)),
        'open',
      ),
    numbersRow(uri, page, t),
  ];
  return rows.filter(each => each !== false);
}

function numbersRow(uri: string, { numbers }: PagePartsResult, t: Translate): PageRow | false {
  const said = Object.entries(GROUP_LOOKS).flatMap(([group]) => {
    const count = numbers[group as keyof typeof numbers];
    return count ? `${count} ${groupTitle(group as keyof typeof numbers, t).toLowerCase()}` : [];
  });
  if (said.length === 0) return false;
  return {
    id: 'numbers',
    label: t('Numbers'),
    description: said.join(', '),
    tooltip: t('Show the numbers of this page in the view Claims'),
    icon: ['symbol-number', ...(numbers.contradicted ? [RED] : [])] as [string, string?],
    context: 'numbers',
    runs: 'researchWiki.claimsOfPage',
    data: { kind: 'part', uri, part: 'numbers' },
  };
}

export function sectionRows(uri: string, sections: readonly ViewSection[], t: Translate): readonly PageRow[] {
  return unique(
    sections.map(({ title, range, empty, entry }): PageRow => {
      if (range === undefined)
        return {
          id: `section ${title}`,
          label: title,
          description: t('missing'),
          tooltip: t('Add section "{0}"', title),
          icon: ['add', YELLOW],
          context: 'missing-section',
          runs: 'researchWiki.addSection',
          data: { kind: 'place', uri, edit: { edit: 'add-section', uri, entry: entry ?? 0 } },
        };
      return {
        id: `section ${title}`,
        label: title || '…',
        ...(empty ? { description: t('empty') } : {}),
        icon: ['symbol-string'],
        context: 'section',
        opens: { uri, range },
        data: { kind: 'place', uri },
      };
    }),
  );
}

/** Key of a relation among those of a page. */
export const relationKey = ({ direction, section = '', fromType = '' }: ViewRelation): string =>
  `${direction} ${fromType} ${section}`;

export function relationRows(uri: string, groups: readonly ViewRelation[], t: Translate): readonly PageRow[] {
  return unique(
    groups.map((group): PageRow => {
      const { direction, section, fromType = '', links, atLeast } = group;
      const gaps = links.filter(({ notListedIn }) => notListedIn !== undefined).length;
      const label =
        direction === 'to'
          ? (section ?? t('Other links'))
          : section === undefined
            ? t('From {0}', fromType)
            : t('From {0}: {1}', fromType, section);
      return {
        id: `relation ${relationKey(group)}`,
        label,
        description: inOneLine(
          links.length < atLeast ? t('{0} of at least {1}', links.length, atLeast) : String(links.length),
          gaps > 0 && t('{0} not listed back', gaps),
        ),
        icon: [direction === 'to' ? 'arrow-right' : 'arrow-left', ...(gaps > 0 ? [BLUE] : [])] as [
          string,
          string?,
        ],
        context: 'relation',
        ...(links.length > 0 ? { fold: gaps > 0 ? ('open' as const) : ('closed' as const) } : {}),
        data: { kind: 'relation', uri, relation: relationKey(group) },
      };
    }),
  );
}

export function relatedRows(uri: string, relation: ViewRelation, t: Translate): readonly PageRow[] {
  const key = relationKey(relation);
  return unique(relation.links.map(link => relatedRow(uri, `${key} ${link.title}`, relation, link, t)));
}

function relatedRow(
  uri: string,
  id: string,
  { direction }: ViewRelation,
  link: ViewRelated,
  t: Translate,
): PageRow {
  const { pageUri, title, type, notListedIn, range } = link;
  const place = { uri: link.uri, range };
  const base = { id, label: title, opens: direction === 'to' && pageUri ? { uri: pageUri } : place };
  if (pageUri === undefined)
    return {
      ...base,
      description: t('no page yet'),
      icon: ['question'],
      context: 'link',
      data: { kind: 'place', uri },
    };
  if (notListedIn === undefined)
    return {
      ...base,
      ...(type === undefined ? {} : { description: type }),
      icon: ['file'],
      context: 'link',
      data: { kind: 'place', uri: pageUri },
    };
  // Who links owes nothing: the page that is linked to lists the other one.
  const [there, listed] = direction === 'to' ? [pageUri, uri] : [uri, pageUri];
  return {
    ...base,
    description: t('not listed in "{0}"', notListedIn),
    tooltip:
      direction === 'to'
        ? t('"{0}" does not list this page in "{1}".', title, notListedIn)
        : t('This page does not list "{0}" in "{1}".', title, notListedIn),
    icon: ['info', BLUE],
    context: 'not-listed',
    data: {
      kind: 'place',
      uri: pageUri,
      edit: { edit: 'list-page', uri: there, listed, section: notListedIn },
    },
  };
}

export function backlinkRows(
  uri: string,
  { places, more }: PageBacklinksResult,
  t: Translate,
): readonly PageRow[] {
  const rows = places.map(
    (place): PageRow => ({
      id: `backlink ${place.uri} ${place.section} ${place.sentence}`,
      label: place.title,
      description: place.sentence || t('in its fields'),
      tooltip: [inOneLine(place.title, place.section !== place.title && place.section), place.sentence]
        .filter(Boolean)
        .join('\n'),
      icon: ['quote'],
      context: 'backlink',
      opens: { uri: place.uri, range: place.range },
      data: { kind: 'place', uri: place.uri },
    }),
  );
  if (more === 0) return unique(rows);
  return [
    ...unique(rows),
    {
      id: 'more backlinks',
      label: more === 1 ? t('and 1 more page') : t('and {0} more pages', more),
      icon: ['ellipsis'],
      context: 'more',
      runs: 'researchWiki.findBacklinks',
      data: { kind: 'place', uri },
    },
  ];
}

export function tableRows(uri: string, tables: readonly ViewTable[], t: Translate): readonly PageRow[] {
  return unique(
    tables.map((table): PageRow => {
      const quoted = table.quoted === 1 ? t('1 number') : t('{0} numbers', table.quoted);
      const { readable, contradicted } = table;
      return {
        id: `table ${table.path} ${table.title}`,
        label: table.title,
        description: readable
          ? inOneLine(contradicted > 0 && t('{0} contradicted', contradicted), table.quoted > 0 && quoted)
          : t('not readable'),
        tooltip: table.path,
        icon: !readable
          ? ['warning', YELLOW]
          : (['table', ...(contradicted > 0 ? [RED] : [])] as [string, string?]),
        context: 'table',
        ...(readable ? { opens: { uri: table.uri, range: table.range } } : {}),
        data: { kind: 'place', uri },
      };
    }),
  );
}

const pagesOf = (pages: number, t: Translate): string => (pages === 1 ? t('1 page') : t('{0} pages', pages));

/** Two rows that say the same are told apart by their number. */
function unique(rows: readonly PageRow[]): readonly PageRow[] {
  const seen = new Map<string, number>();
  return rows.map(row => {
    const times = seen.get(row.id) ?? 0;
    seen.set(row.id, times + 1);
    return times === 0 ? row : { ...row, id: `${row.id} ${times + 1}` };
  });
}
