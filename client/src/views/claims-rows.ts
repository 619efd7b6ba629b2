import type {
  NumberGroupsResult,
  NumberPagesResult,
  ViewNumber,
  ViewNumberGroup,
} from '../../../server/src/lsp/protocol.ts';
import { GREEN, inOneLine, RED, type Row, type Translate, YELLOW } from './row.ts';
import { partRow } from './wiki-rows.ts';

/** What a row of the view *Claims* stands for. `uri` is absent where all wikis are shown. */
export type ClaimsData =
  | {
      readonly kind: 'group';
      readonly group: ViewNumberGroup;
      readonly uri?: string;
      readonly part?: string;
    }
  | { readonly kind: 'number'; readonly uri: string; readonly number: ViewNumber };
export type ClaimsRow = Row<ClaimsData>;

/** The icon of each group; its order is that of the view. */
export const GROUP_LOOKS: Readonly<Record<ViewNumberGroup, readonly [icon: string, color?: string]>> = {
  contradicted: ['error', RED],
  ambiguous: ['question', YELLOW],
  unchecked: ['circle-outline'],
  agrees: ['check', GREEN],
  bound: ['link', GREEN],
  ignored: ['circle-slash'],
};

export function groupTitle(group: ViewNumberGroup, t: Translate): string {
  switch (group) {
    case 'contradicted':
      return t('Contradicted');
    case 'ambiguous':
      return t('Cannot be told');
    case 'unchecked':
      return t('Not checked');
    case 'agrees':
      return t('Agree');
    case 'bound':
      return t('Bound');
    case 'ignored':
      return t('Ignored');
  }
}

function groupMeaning(group: ViewNumberGroup, t: Translate): string {
  switch (group) {
    case 'contradicted':
      return t('The table says something else.');
    case 'ambiguous':
      return t('It may speak of several cells, or its link names none.');
    case 'unchecked':
      return t('No table in scope has anything to say about it.');
    case 'agrees':
      return t('A table says the same; no link binds it yet.');
    case 'bound':
      return t('A link binds it to its cell, and they agree.');
    case 'ignored':
      return t('It contradicts a table, and a comment of the page says that this is meant.');
  }
}

/** The groups of one page's numbers. */
export function pageGroupRows(
  uri: string,
  numbers: readonly ViewNumber[],
  t: Translate,
): readonly ClaimsRow[] {
  const counts = new Map<ViewNumberGroup, number>();
  for (const { group } of numbers) counts.set(group, (counts.get(group) ?? 0) + 1);
  return groupRows(
    [...counts].map(([group, count]) => ({ group, numbers: count, uri })),
    t,
  );
}

/** The groups of the numbers of all wikis. */
export const wikiGroupRows = ({ groups }: NumberGroupsResult, t: Translate): readonly ClaimsRow[] =>
  groupRows(groups, t);

function groupRows(
  groups: readonly {
    readonly group: ViewNumberGroup;
    readonly numbers: number;
    readonly pages?: number;
    readonly uri?: string;
  }[],
  t: Translate,
): readonly ClaimsRow[] {
  const order = Object.keys(GROUP_LOOKS);
  return [...groups]
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
    .map(({ group, numbers, pages, uri }) => ({
      // Another page is another tree, but what is unfolded there is unfolded here.
      id: `${uri === undefined ? 'wiki' : 'page'} ${group}`,
      label: groupTitle(group, t),
      description: inOneLine(
        String(numbers),
        pages !== undefined && (pages === 1 ? t('1 page') : t('{0} pages', pages)),
      ),
      tooltip: groupMeaning(group, t),
      icon: GROUP_LOOKS[group],
      context: 'number-group',
      fold: uri !== undefined && (group === 'contradicted' || group === 'ambiguous') ? 'open' : 'closed',
      data: { kind: 'group', group, ...(uri === undefined ? {} : { uri }) },
    }));
}

/** The pages that have numbers of a group. */
export function numberPageRows(
  group: ViewNumberGroup,
  { parts, pages }: NumberPagesResult,
  t: Translate,
): readonly ClaimsRow[] {
  return [
    ...parts.map(
      (part): ClaimsRow => ({
        ...partRow(part, String(part.numbers), t),
        id: `wiki ${group} part ${part.key}`,
        data: { kind: 'group', group, part: part.key },
      }),
    ),
    ...pages.map(
      ({ uri, title, path, numbers }): ClaimsRow => ({
        id: `wiki ${group} ${uri}`,
        label: title,
        description: String(numbers),
        tooltip: `${title}\n${path}`,
        icon: ['file'],
        context: 'number-page',
        fold: 'closed',
        data: { kind: 'group', group, uri },
      }),
    ),
  ];
}

/** The numbers of a page that are in a group. `within` begins the ids: a number may stand below its page, or alone. */
export function numberRows(
  uri: string,
  group: ViewNumberGroup,
  numbers: readonly ViewNumber[],
  within: string,
  t: Translate,
): readonly ClaimsRow[] {
  const seen = new Map<string, number>();
  return numbers
    .filter(number => number.group === group)
    .map((number): ClaimsRow => {
      const { text, sentence, cell, expected, reason, canBind, range } = number;
      // Not its place: a line more above would make every number below it another one.
      const name = `${text} ${sentence}`;
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      const can = [canBind && 'bind', expected !== undefined && 'value', cell && 'cell'].filter(Boolean);
      return {
        id: `${within} ${group} ${uri} ${name} ${times}`,
        label: text,
        description: whatIsThere(number, t),
        spoken: [text, groupTitle(group, t), whatIsThere(number, t)].join(', '),
        tooltip: `${sentence}\n\n${reason}`,
        icon: GROUP_LOOKS[group],
        context: ['number', ...can].join(' '),
        opens: { uri, range },
        data: { kind: 'number', uri, number },
      };
    });
}

/** The cell, which says what is right; without one the sentence. */
function whatIsThere({ group, text, cell, expected, sentence }: ViewNumber, t: Translate): string {
  if (group === 'ambiguous' && cell) return t('perhaps {0}', cell.label);
  const isSaid = expected === undefined || cell?.label.startsWith(`${expected} `);
  // What the number says itself is not said again.
  const said = `${text} in `;
  const label = cell?.label.startsWith(said) ? cell.label.slice(said.length) : cell?.label;
  return inOneLine(!isSaid && t('should be {0}', expected), label ?? sentence);
}

export const checkedText = ({ known, pages }: NumberGroupsResult, t: Translate): string | undefined =>
  known < pages ? t('Still checking: the numbers of {0} of {1} pages are known.', known, pages) : undefined;
