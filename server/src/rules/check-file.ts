import type { Wiki } from '../wiki/wiki.ts';
import type { Diagnostic, Problem, Rule, SchemaFile, TableFile, TroubledFile } from './rule.ts';
import { type Overrides, ruleLevel } from './severity.ts';

/** Everything there is to say about `research-wiki.yaml`. */
export function checkSchema(
  wiki: Wiki,
  file: SchemaFile,
  rules: readonly Rule[],
  overrides: Overrides,
): readonly Diagnostic[] {
  return rules.flatMap(rule =>
    rule.subject === 'schema' ? diagnose(wiki, file.path, rule, overrides, rule.check(file, wiki)) : [],
  );
}

/** Everything there is to say about a data table itself. */
export function checkTable(
  wiki: Wiki,
  file: TableFile,
  rules: readonly Rule[],
  overrides: Overrides,
): readonly Diagnostic[] {
  return rules.flatMap(rule =>
    rule.subject === 'table' ? diagnose(wiki, file.path, rule, overrides, rule.check(file, wiki)) : [],
  );
}

/** Why a file could not be read, at its first line. */
export function checkFile(
  wiki: Wiki,
  file: TroubledFile,
  rules: readonly Rule[],
  overrides: Overrides,
): readonly Diagnostic[] {
  return rules.flatMap(rule =>
    rule.subject === 'file' && rule.trouble === file.trouble
      ? diagnose(wiki, file.path, rule, overrides, [{ span: { start: 0, end: 0 }, message: file.message }])
      : [],
  );
}

function diagnose(
  wiki: Wiki,
  path: string,
  rule: Rule,
  overrides: Overrides,
  problems: Iterable<Problem>,
): Diagnostic[] {
  const { severity } = ruleLevel(wiki.schema, rule, undefined, overrides);
  if (severity === 'off') return [];
  return [...problems].map(problem => ({ ...problem, path, rule: rule.id, severity }));
}
