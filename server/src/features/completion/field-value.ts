import type { Page } from '../../wiki/page.ts';
import { folderOf, isTablePath, relativePath, stem } from '../../wiki/path.ts';
import { shapeOf } from '../../wiki/schema/known-fields.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Completion, Completions } from './completion.ts';
import type { CursorOf } from './cursor.ts';
import { choosePages } from './pages.ts';
import { valuesOf } from './schema-values.ts';
import { nameWords } from './search-words.ts';
import { yamlText } from './yaml-text.ts';

/** A value with what the list says of it. */
interface Choice {
  readonly value: unknown;
  readonly description: string;
  readonly filterText?: string;
  readonly page?: string;
}

/** `lenses: [mec|`, `status: dr|` → the pages that the field names, or the values that its schema allows. */
export function completeFieldValue(wiki: Wiki, page: Page, cursor: CursorOf<'field'>): Completions {
  const { choices, incomplete } = choicesFor(wiki, page, cursor);
  const there = new Set(otherValues(page, cursor).map(String));
  return {
    incomplete,
    items: choices
      .filter(({ value }) => !there.has(String(value)))
      .map(({ value, description, filterText, page: target }, index): Completion => {
        const text = String(value);
        return {
          kind: target === undefined ? 'value' : 'page',
          label: text,
          description,
          filterText: filterText ?? text,
          rank: String(index).padStart(4, '0'),
          span: cursor.span,
          newText: yamlText(value, cursor.quote),
          ...(target === undefined ? {} : { page: target }),
        };
      }),
  };
}

function choicesFor(
  wiki: Wiki,
  page: Page,
  { key, typed, inList }: CursorOf<'field'>,
): { choices: readonly Choice[]; incomplete: boolean } {
  const names = [...(page.type?.fields.pageFields ?? []), ...wiki.schema.allPages.pageFields];
  const spec = names.find(field => field.key === key);
  if (spec) {
    const found = choosePages(wiki, page, typed, { types: [spec.type], only: 'only-wanted' });
    return {
      incomplete: found.incomplete,
      choices: found.choices
        .filter(({ page: { typeName } }) => typeName === spec.type)
        .map(({ page: target }) => ({
          value: stem(target.path),
          description: target.title,
          filterText: [...nameWords(target), target.title].join(' '),
          page: target.path,
        }))
        .sort((a, b) => (a.value < b.value ? -1 : 1)),
    };
  }
  return { incomplete: false, choices: plainChoices(wiki, page, key, inList) };
}

function plainChoices(wiki: Wiki, page: Page, key: string, inList: boolean): readonly Choice[] {
  const plain = (values: readonly unknown[], description = '') =>
    values.map(value => ({ value, description }));
  const values = valuesOf(shapeOf(wiki.schema, page.type, key), inList, wiki.sources.today());
  if (values.length > 0) return plain(values);
  if (key === 'type') return plain([...wiki.schema.pages.keys()]);
  if (key === 'tables') return tableChoices(wiki, page);
  if (key === 'date' && !inList) return plain([wiki.sources.today()], 'today');
  return [];
}

/** The tables that the wiki's YAML names, and the files that may be one, as the page writes the way to them. */
function tableChoices(wiki: Wiki, page: Page): readonly Choice[] {
  const named = wiki.schema.tables.flatMap(({ name, file }) =>
    name === undefined ? [] : { value: name, description: file },
  );
  const files = [...wiki.files].filter(isTablePath).map(path => ({
    value: relativePath(folderOf(page.path), path),
    description: '',
  }));
  return [...named, ...files];
}

/** What the list holds already, the value under the cursor aside. */
function otherValues(page: Page, { key, span, inList }: CursorOf<'field'>): readonly unknown[] {
  if (!inList) return [];
  const field = page.facts.frontMatter?.fields.find(each => each.key === key);
  return (field?.value.items ?? [])
    .filter(item => item.span.end < span.start || item.span.start > span.end)
    .map(({ value }) => value);
}
