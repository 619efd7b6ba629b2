import { Document, isScalar, parseDocument, visit } from 'yaml';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const;

/** A page's text with these fields: in place of those of the same name, else at the end of its front matter. */
export function withFields(text: string, fields: Readonly<Record<string, unknown>>): string {
  if (Object.keys(fields).length === 0) return text;
  return withFrontMatter(text, document => {
    for (const [key, value] of Object.entries(fields)) {
      const there = document.get(key, true);
      // Keeps the comment beside it.
      if (isScalar(there) && !Array.isArray(value)) there.value = value;
      else document.set(key, document.createNode(value));
    }
  });
}

/** Stands in YAML where `{{title}}` would be read as a map. */
const token = (name: string): string => `RW-BLANK-${name}-`;
const TOKEN = /RW-BLANK-(\w+)-/g;
const BLANK = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * Fills in the blanks of a template, `{{title}}`, in its front matter as YAML wants them. A blank that is all of a field takes
 * any value, a list too; one that nobody knows stays as it is.
 */
export function fillBlanks(template: string, values: Readonly<Record<string, unknown>>): string {
  const asText = (name: string, otherwise: string): string => {
    const value = values[name];
    return value === undefined ? otherwise : Array.isArray(value) ? value.join(', ') : String(value);
  };
  const marked = template.replace(FRONT_MATTER, block =>
    block.replace(BLANK, (blank, name: string) => (values[name] === undefined ? blank : token(name))),
  );
  const filled = withFrontMatter(marked, document => {
    visit(document, {
      Scalar(_key, node) {
        if (typeof node.value !== 'string' || !node.value.includes('RW-BLANK-')) return undefined;
        const whole = /^RW-BLANK-(\w+)-$/.exec(node.value)?.[1];
        if (whole !== undefined && typeof values[whole] !== 'string')
          return document.createNode(values[whole]);
        node.value = node.value.replace(TOKEN, (_, name: string) => asText(name, ''));
        return undefined;
      },
    });
  });
  return filled
    .replace(TOKEN, (_, name: string) => asText(name, ''))
    .replace(BLANK, (blank, name: string) => asText(name, blank));
}

/** The names of the fields that are there and say nothing. */
export function blankFields(text: string): readonly string[] {
  const yaml = FRONT_MATTER.exec(text)?.[1];
  const document = yaml === undefined ? undefined : parseDocument(yaml);
  const data: unknown = document && document.errors.length === 0 ? document.toJS() : undefined;
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data)
    .filter(([, value]) => value === null || value === '' || (Array.isArray(value) && value.length === 0))
    .map(([key]) => key);
}

/** Front matter that can't be read as a map stays as it is. */
function withFrontMatter(text: string, change: (document: Document) => void): string {
  const found = FRONT_MATTER.exec(text);
  if (found && found.index === 0) {
    const document = parseDocument(found[1]!);
    if (document.errors.length > 0 || isScalar(document.contents)) return text;
    change(document);
    return `---\n${document.toString(STYLE)}---\n${text.slice(found[0].length)}`;
  }
  const document = new Document({});
  change(document);
  const isEmpty = document.toJS() === null || Object.keys(document.toJS() as object).length === 0;
  return isEmpty ? text : `---\n${document.toString(STYLE)}---\n\n${text}`;
}
