import type { Diagnostic, FileEdit, Fix, Rule, SchemaFile } from '../rules/rule.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { fixesOf } from './fixes.ts';

/** Fixes that go together, as one edit. */
export interface FixPlan {
  readonly edits: readonly FileEdit[];
  /** What the edits mend, in the order of the diagnostics. */
  readonly fixed: readonly Diagnostic[];
}

/** Which of a diagnostic's fixes to take. */
export type FixChoice = (fix: Fix, diagnostic: Diagnostic) => boolean;

/** What may be applied without a look. */
export const safeFix: FixChoice = ({ safe }) => safe;

/** What may be applied on save: never a number. */
export const safeOnSave: FixChoice = ({ safe }, { rule }) => safe && !rule.startsWith('claims/');

/** The likeliest fix of every diagnostic, for an author who asked for all of a kind. */
export const preferredFix: FixChoice = ({ preferred }) => preferred;

/**
 * One fix for each diagnostic that has one to choose, as long as no two touch the same place or make the same file:
 * what would is left for the next time, when it is worked out from the text as it is then.
 */
export function planFixes(
  wiki: Wiki,
  rules: readonly Rule[],
  diagnostics: readonly Diagnostic[],
  choice: FixChoice,
  schemaFile?: SchemaFile,
): FixPlan {
  const edits: FileEdit[] = [];
  const fixed: Diagnostic[] = [];
  const taken = new Taken();
  for (const diagnostic of diagnostics) {
    const fix = fixesOf(wiki, rules, diagnostic, schemaFile).find(candidate => choice(candidate, diagnostic));
    if (!fix || !taken.isFree(fix.edits)) continue;
    taken.add(fix.edits);
    edits.push(...fix.edits);
    fixed.push(diagnostic);
  }
  return { edits, fixed };
}

/** Which places of which files are edited already. */
class Taken {
  private readonly byPath = new Map<string, FileEdit[]>();

  isFree(edits: readonly FileEdit[]): boolean {
    return edits.every(edit => !this.byPath.get(edit.path)?.some(other => touches(edit, other)));
  }

  add(edits: readonly FileEdit[]): void {
    for (const edit of edits) {
      const there = this.byPath.get(edit.path);
      if (there) there.push(edit);
      else this.byPath.set(edit.path, [edit]);
    }
  }
}

/** Two insertions at one place touch each other too: which of them comes first is not for us to say. */
const touches = (a: FileEdit, b: FileEdit): boolean =>
  'create' in a || 'create' in b || (a.span.start <= b.span.end && b.span.start <= a.span.end);
