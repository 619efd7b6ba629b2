import type {
  ViewGroup,
  ViewPage,
  ViewPart,
  ViewProblems,
  WikiGrouping,
  WikiGroupsResult,
  WikiPagesResult,
} from '../../../server/src/lsp/protocol.ts';
import { inOneLine, RED, type Row, type Translate, YELLOW } from './row.ts';

/** How the view *Wiki* is set. */
export interface WikiShown {
  readonly by: WikiGrouping;
  /** Empty for all pages. */
  readonly filter: string;
}

/** What a row of the view *Wiki* stands for. */
export type WikiData =
  | { readonly kind: 'wiki'; readonly rootUri: string }
  | { readonly kind: 'group'; readonly rootUri: string; readonly group: string; readonly part?: string }
  | { readonly kind: 'page'; readonly uri: string; readonly title: string };
export type WikiRow = Row<WikiData>;

type Wiki = WikiGroupsResult['wikis'][number];

/** The wikis of the workspace; of a single one its groups. */
export function wikiRows(wikis: readonly Wiki[], shown: WikiShown, t: Translate): readonly WikiRow[] {
  const [only] = wikis;
  if (only && wikis.length === 1) return groupRows(only, shown, t);
  return wikis.map(({ rootUri, name, pages }) => ({
    id: idOf('wiki', rootUri, shown),
    label: name,
    description: String(pages),
    tooltip: pagesText(pages, t),
    icon: ['book'],
    context: 'wiki',
    fold: 'open',
    data: { kind: 'wiki', rootUri },
  }));
}

/** The groups of one wiki. */
export function groupRows({ rootUri, groups }: Wiki, shown: WikiShown, t: Translate): readonly WikiRow[] {
  return groups.map(group => ({
    id: idOf('group', `${rootUri} ${group.key}`, shown),
    label: group.key || unnamed(shown.by, t),
    description: inOneLine(String(group.pages), problemsText(group, t)),
    tooltip: inOneLine(group.key || unnamed(shown.by, t), pagesText(group.pages, t), problemsText(group, t)),
    icon: [ICONS[shown.by]],
    context: group.isType ? 'group type' : 'group',
    // Who filters wants to see what is left.
    fold: shown.filter === '' ? 'closed' : 'open',
    data: { kind: 'group', rootUri, group: group.key },
  }));
}

/** The pages of a group, or its parts where there are very many. */
export function pageRows(
  { parts, pages }: WikiPagesResult,
  parent: Extract<WikiData, { kind: 'group' }>,
  shown: WikiShown,
  t: Translate,
): readonly WikiRow[] {
  return [
    ...parts.map(
      (part): WikiRow => ({
        ...partRow(part, inOneLine(String(part.pages), problemsText(part, t)), t),
        id: idOf('part', `${parent.rootUri} ${parent.group} ${part.key}`, shown),
        data: { ...parent, part: part.key },
      }),
    ),
    ...pages.map((page): WikiRow => {
      const others = shown.by === 'type' ? page.status : page.type;
      return {
        id: idOf('page', page.uri, shown),
        label: page.title,
        description: inOneLine(others, problemsText(page, t)),
        tooltip: [page.title, page.path, inOneLine(page.type, page.status, problemsText(page, t))]
          .filter(line => line !== '')
          .join('\n'),
        icon: pageIcon(page),
        context: 'page',
        opens: { uri: page.uri },
        data: { kind: 'page', uri: page.uri, title: page.title },
      };
    }),
  ];
}

/** Pages whose titles begin alike. */
export function partRow({ label, pages }: ViewPart, description: string, t: Translate) {
  return {
    label: `${label}…`,
    description,
    tooltip: t('{0}: titles that begin with "{1}"', pagesText(pages, t), label),
    icon: ['list-unordered'] as const,
    fold: 'closed' as const,
  };
}

const ICONS: Readonly<Record<WikiGrouping, string>> = {
  type: 'symbol-class',
  status: 'tag',
  folder: 'folder',
};

/** Another filter or grouping is another tree: what was unfolded in one says nothing of the other. */
const idOf = (kind: string, name: string, { by, filter }: WikiShown): string =>
  `${kind} ${by} ${name}${filter === '' ? '' : ` ${filter}`}`;

function unnamed(by: WikiGrouping, t: Translate): string {
  switch (by) {
    case 'type':
      return t('no type');
    case 'status':
      return t('no status');
    case 'folder':
      return t('top folder');
  }
}

function pageIcon({ errors, warnings }: ViewProblems): NonNullable<Row['icon']> {
  if (errors > 0) return ['error', RED];
  return warnings > 0 ? ['warning', YELLOW] : ['file'];
}

export const pagesText = (pages: number, t: Translate): string =>
  pages === 1 ? t('1 page') : t('{0} pages', pages);

/** Errors and warnings; what is no trouble is not said. */
function problemsText({ errors, warnings }: Pick<ViewGroup | ViewPage, 'errors' | 'warnings'>, t: Translate) {
  return [
    errors === 1 ? t('1 error') : errors > 1 && t('{0} errors', errors),
    warnings === 1 ? t('1 warning') : warnings > 1 && t('{0} warnings', warnings),
  ]
    .filter(part => part !== false)
    .join(', ');
}
