import type { Diagnostic, FileEdit, Fix, Rule } from '../rules/rule.ts';
import { isReadOnly } from '../wiki/schema/page-type.ts';
import type { Wiki } from '../wiki/wiki.ts';

/**
 * The fixes of a diagnostic, likeliest first. The light bulb, `--fix` and JSON all come from here. A fix that would
 * change a file which the schema declares read-only is left out; a new file there is allowed.
 */
export function fixesOf(
  wiki: Wiki,
  rules: readonly Rule[],
  diagnostic: Diagnostic,
  schemaFile?: Parameters<SchemaFix>[1],
): readonly Fix[] {
  const rule = rules.find(({ id }) => id === diagnostic.rule);
  const fixes = rule ? [...fixesBy(wiki, rule, diagnostic, schemaFile)] : [];
  return fixes.filter(({ edits }) =>
    edits.every(edit => 'create' in edit || !isReadOnly(wiki.schema, edit.path)),
  );
}

type SchemaFix = NonNullable<Extract<Rule, { subject: 'schema' }>['fix']>;

function fixesBy(
  wiki: Wiki,
  rule: Rule,
  diagnostic: Diagnostic,
  schemaFile: Parameters<SchemaFix>[1] | undefined,
): Iterable<Fix> {
  switch (rule.subject) {
    case 'page':
    case 'suppression': {
      const page = wiki.pages.get(diagnostic.path);
      return (page && rule.fix?.(diagnostic, page, wiki)) ?? [];
    }
    case 'schema':
      return (schemaFile && rule.fix?.(diagnostic, schemaFile, wiki)) ?? [];
    case 'table':
    case 'file':
      return [];
  }
}

/** The files that a fix touches. */
export const filesOf = (edits: readonly FileEdit[]): readonly string[] => [
  ...new Set(edits.map(({ path }) => path)),
];
