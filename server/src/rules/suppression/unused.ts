import type { SuppressionRule } from '../rule.ts';

/** A comment that silences nothing, mostly left behind when the trouble was mended. */
export const unusedSuppression: SuppressionRule = {
  id: 'suppression/unused',
  subject: 'suppression',
  severity: 'info',
  summary: 'A suppression comment should silence something.',
  why: `A comment left behind would silence the next mistake in its place. Comments that name a group (\`links/*\`), and
rules that do not run on the page, are never reported.`,
  examples: {
    bad: `
=== a.md
<!--lint ignore links/broken-page -- planned-->
                ^^^^^^^^^^^^^^^^^ nothing to ignore for links/broken-page here

See [there](https://example.org).
`,
    good: `
=== a.md
<!--lint ignore links/broken-page -- planned-->

See [there](not-yet.md).
`,
  },
  *check(suppressions) {
    for (const { suppression, used, tried } of suppressions) {
      if (used || !tried) continue;
      yield {
        span: suppression.idSpan,
        message: `nothing to ignore for ${suppression.pattern} here`,
        unnecessary: true,
        data: { start: suppression.commentSpan.start, end: suppression.commentSpan.end },
      };
    }
  },
  *fix(problem, page) {
    const { start, end } = problem.data as { start: number; end: number };
    const alone = page.facts.comments.find(({ span }) => span.start === start);
    const ids = alone?.text.match(/[a-z-]+\/(?:[a-z-]+|\*)/g) ?? [];
    // A comment that names several rules keeps the others.
    const span = ids.length > 1 ? { start: problem.span.start, end: problem.span.end } : { start, end };
    yield {
      title: ids.length > 1 ? 'Remove the id from the comment' : 'Remove the comment',
      preferred: true,
      safe: false,
      edits: [{ path: page.path, span, newText: '' }],
    };
  },
};
