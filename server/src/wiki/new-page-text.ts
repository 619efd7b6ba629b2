import { blankFields, fillBlanks, withFields } from './page-text.ts';
import { pageTemplate, type Template } from './template.ts';
import type { Wiki } from './wiki.ts';

/** Where a wiki may keep templates of its own, `templates/finding.md`; the first that is there counts. */
const FOLDERS = ['templates', '_templates'];

const CURSOR = /\{\{\s*cursor\s*\}\}/;

/**
 * The text of a new page: from the wiki's own template for its type where it has one, else from what the schema asks for.
 * Date, title and writers are filled in, and `fields` where more is known of the page.
 */
export function newPageText(
  wiki: Wiki,
  typeName: string | undefined,
  title: string,
  fields: Readonly<Record<string, unknown>> = {},
): Template {
  const own = typeName === undefined ? undefined : ownTemplate(wiki, typeName);
  const today = wiki.sources.today();
  const writer = wiki.sources.writer?.();
  const known = { title, date: today, ...(writer === undefined ? {} : { writers: [writer] }), ...fields };
  if (own === undefined) {
    const made = pageTemplate(wiki.schema, typeName, title, today);
    const text = withFields(made.text, { ...pick(known, blankFields(made.text)), ...fields });
    return { text, cursor: made.cursor + text.length - made.text.length };
  }
  const blanks = { ...known, type: typeName, year: today.slice(0, 4), writers: known.writers ?? [] };
  const filled = fillBlanks(own, blanks);
  const text = withFields(filled, { ...pick(known, blankFields(filled)), ...fields });
  const cursor = CURSOR.exec(text);
  return cursor
    ? { text: text.replace(CURSOR, ''), cursor: cursor.index }
    : { text, cursor: firstBody(text) };
}

function ownTemplate(wiki: Wiki, typeName: string): string | undefined {
  const path = FOLDERS.map(folder => `${folder}/${typeName}.md`).find(file => wiki.files.hasFile(file));
  return path === undefined ? undefined : wiki.sources.templateAt?.(path);
}

const pick = (values: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));

/** Behind the first section's heading, where writing begins; else the end. */
function firstBody(text: string): number {
  const heading = /^## .*\r?\n(?:\r?\n)?(?:- )?/m.exec(text);
  return heading ? heading.index + heading[0].length : text.length;
}
