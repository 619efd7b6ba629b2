import type { Notes } from './notes.ts';

/** Notes the page types that relations and fields speak of and that nobody defines. */
export function checkPageTypes(notes: Notes, defined: readonly string[]): void {
  for (const { name, span } of notes.pageTypes) {
    if (defined.includes(name)) continue;
    notes.reportWord('schema/invalid', span, `there is no page type "${name}"`, name, defined);
  }
}

/** Notes the ids and patterns under `rules` and `by-status` that mean no rule. */
export function checkRuleIds(notes: Notes, ids: readonly string[]): void {
  const known = [...new Set(ids)];
  const groups = [...new Set(known.map(id => `${groupOf(id)}/*`))];
  const patterns = new Set(['*', ...known, ...groups]);
  for (const { name, span } of notes.ruleIds) {
    if (patterns.has(name)) continue;
    notes.reportWord(
      'schema/unknown-key',
      span,
      `there is no rule "${name}"`,
      name,
      meant(name, known, groups),
    );
  }
}

const groupOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('/')));

/** The groups, or the rules of the group that is meant, so that a message never lists all rules. */
function meant(name: string, known: readonly string[], groups: readonly string[]): readonly string[] {
  if (name.endsWith('/*') || !name.includes('/')) return groups;
  const group = known.filter(id => groupOf(id) === groupOf(name));
  return group.length > 0 ? group : known;
}
