import type { Fix, Problem, SchemaFile } from '../rule.ts';

/** What the reading of the YAML noted under a rule. */
export function* toldBy(rule: string, file: SchemaFile): Iterable<Problem> {
  for (const { rule: noted, span, message, expected } of file.problems) {
    if (noted === rule) yield { span, message, ...(expected ? { expected } : {}) };
  }
}

/** One fix for each text that would be right. */
export function* replaceFixes(problem: Problem, file: SchemaFile): Iterable<Fix> {
  for (const [index, newText] of (problem.expected ?? []).entries()) {
    const edits = [{ path: file.path, span: problem.span, newText }];
    yield { title: `Change to "${newText}"`, preferred: index === 0, safe: false, edits };
  }
}
