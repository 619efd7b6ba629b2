import type { Definition } from '../../markdown/facts.ts';
import { withoutLines } from '../remove-lines.ts';
import type { PageRule } from '../rule.ts';

/** `[label]: …` that no reference of the page asks for. */
export const unusedDefinition: PageRule = {
  id: 'links/unused-definition',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  untyped: true,
  summary: 'A reference definition should be used.',
  why: `A definition shows nothing by itself: what it links to is seen by nobody, and counts as linked all the same. A
definition that leads to \`#\` is taken for a comment, as many write them, and left alone.`,
  examples: {
    bad: `
=== a.md
See [the first study][one].

[one]: https://example.org/1
[two]: https://example.org/2
 ^^^ "two" is used nowhere
`,
    good: `
=== a.md
See [the first study][one] and [two].

[one]: https://example.org/1
[two]: https://example.org/2
[//]: # (a comment)
`,
  },
  *check(page) {
    if (page.facts.partial || page.facts.definitions.length === 0) return;
    const used = new Set(page.facts.links.map(({ identifier }) => identifier));
    for (const definition of page.facts.definitions) {
      if (used.has(definition.identifier) || isComment(definition)) continue;
      // Of two with one label the second is reported as a duplicate.
      used.add(definition.identifier);
      yield {
        span: definition.labelSpan,
        message: `"${definition.label}" is used nowhere`,
        unnecessary: true,
        data: { start: definition.span.start, end: definition.span.end },
      };
    }
  },
  *fix(problem, page, wiki) {
    const text = wiki.sources.textOf(page.path);
    if (text === undefined) return;
    const span = withoutLines(text, problem.data as { start: number; end: number });
    yield {
      title: 'Remove the definition',
      preferred: true,
      safe: false,
      edits: [{ path: page.path, span, newText: '' }],
    };
  },
};

const isComment = ({ destination }: Definition): boolean => destination === '#' || destination === '';
