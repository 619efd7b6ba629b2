import assert from 'node:assert/strict';
import { allRules } from '../../../server/src/rules/all.ts';
import { checkPage } from '../../../server/src/rules/check-page.ts';
import type { FileEdit, Fix, Problem, Rule } from '../../../server/src/rules/rule.ts';
import { NO_OVERRIDES, ruleLevel } from '../../../server/src/rules/severity.ts';
import { problemsOf } from '../../../server/src/tables/table-problems.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { isTablePath } from '../../../server/src/wiki/path.ts';
import { bySource, type Fixture, fixture, type Mark } from './fixture.ts';

/** A problem of a rule with the file it is in. */
export interface Found {
  readonly path: string;
  readonly problem: Problem;
}

/** All that a rule finds in a fixture, whatever its severity; suppressions aside. */
export function foundBy(rule: Rule, { wiki, schemaFile, files }: Fixture): readonly Found[] {
  switch (rule.subject) {
    case 'page':
      return [...wiki.pages.values()].flatMap(page => {
        const concerned = !page.facts.mergeConflict && (rule.untyped === true || page.type !== undefined);
        const { options } = ruleLevel(wiki.schema, rule, page.status, NO_OVERRIDES);
        return concerned
          ? [...rule.check(page, wiki, options)].map(problem => ({ path: page.path, problem }))
          : [];
      });
    case 'suppression':
      return [...wiki.pages.values()].flatMap(page =>
        checkPage(wiki, page, {
          rules: [...new Set([...allRules, rule])],
          overrides: NO_OVERRIDES,
          scope: 'wiki',
        })
          .diagnostics.filter(diagnostic => diagnostic.rule === rule.id)
          .map(problem => ({ path: page.path, problem })),
      );
    case 'schema':
      return schemaFile
        ? [...rule.check(schemaFile, wiki)].map(problem => ({ path: schemaFile.path, problem }))
        : [];
    case 'table':
      return [...files.keys()].filter(isTablePath).flatMap(path => {
        const table = wiki.sources.tableAt(path);
        const problems = table ? [...rule.check({ path, problems: problemsOf(table) }, wiki)] : [];
        return problems.map(problem => ({ path, problem }));
      });
    case 'file':
      return [];
  }
}

/** A rule must find just what the fixture marks. */
export function checkRule(rule: Rule, source: string): void {
  const drawn = fixture(source);
  const found = foundBy(rule, drawn).map(
    ({ path, problem }): Mark => ({ path, span: problem.span, text: problem.message }),
  );
  const read = (mark: Mark) => ({
    ...mark,
    under: drawn.files.get(mark.path)!.slice(mark.span.start, mark.span.end),
  });
  assert.deepEqual(found.sort(bySource).map(read), drawn.marks.map(read));
}

/** The fixes of the first problem that a rule finds in a fixture. */
export function fixesIn(rule: Rule, drawn: Fixture): readonly Fix[] {
  const first = foundBy(rule, drawn)[0];
  assert.ok(first, `${rule.id} finds nothing`);
  if (rule.subject === 'schema') return [...(rule.fix?.(first.problem, drawn.schemaFile!, drawn.wiki) ?? [])];
  if (rule.subject !== 'page' && rule.subject !== 'suppression') return [];
  return [...(rule.fix?.(first.problem, drawn.wiki.pages.get(first.path)!, drawn.wiki) ?? [])];
}

/** The fix of this title for the first problem must turn its file into `expected`. */
export function checkFix(rule: Rule, source: string, title: string, expected: string): void {
  const drawn = fixture(source);
  const fixes = fixesIn(rule, drawn);
  const fix = fixes.find(candidate => candidate.title === title);
  assert.ok(fix, `no fix "${title}", but ${fixes.map(candidate => `"${candidate.title}"`).join(', ')}`);
  const path = fix.edits[0]!.path;
  assert.equal(edited(drawn.files.get(path) ?? '', fix.edits), expected.replace(/^\n/, ''));
}

function edited(text: string, edits: readonly FileEdit[]): string {
  return applyEdits(
    text,
    edits.flatMap(edit => ('create' in edit ? [] : [edit])),
  );
}
