import type { Definition } from '../../markdown/facts.ts';
import type { PageRule } from '../rule.ts';

/** Two definitions of one label: the second never counts. */
export const duplicateDefinition: PageRule = {
  id: 'links/duplicate-definition',
  subject: 'page',
  severity: 'warning',
  reads: 'page',
  untyped: true,
  summary: 'A reference label should be defined once.',
  why: 'Markdown takes the first definition of a label and passes over the others without a word.',
  examples: {
    bad: `
=== a.md
See [it][x].

[x]: https://example.org/1
[x]: https://example.org/2
 ^ "x" is defined above already
`,
    good: `
=== a.md
See [it][x].

[x]: https://example.org/1
`,
  },
  *check(page) {
    const first = new Map<string, Definition>();
    for (const definition of page.facts.definitions) {
      const earlier = first.get(definition.identifier);
      if (!earlier) {
        first.set(definition.identifier, definition);
        continue;
      }
      yield {
        span: definition.labelSpan,
        message: `"${definition.label}" is defined above already`,
        related: [{ path: page.path, span: earlier.labelSpan, message: 'the definition that counts' }],
        unnecessary: true,
        data: { start: definition.span.start, end: definition.span.end },
      };
    }
  },
  *fix(problem, page) {
    const { start, end } = problem.data as { start: number; end: number };
    yield {
      title: 'Remove the definition that does not count',
      preferred: true,
      safe: false,
      edits: [{ path: page.path, span: { start, end }, newText: '' }],
    };
  },
};
