import type { PageRule } from '../rule.ts';

/** A link that leads to the page it stands in. */
export const selfLink: PageRule = {
  id: 'links/self-link',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  summary: 'A page should not link to itself.',
  why: `The reader is there already; mostly another page was meant, or the text was copied from one. Links to a heading of the
page are fine, and so are links of index pages, which often share one list of links.`,
  examples: {
    bad: `
=== findings/2024-probe.md
# Probe

See [the probe](2024-probe.md) for more.
                ^^^^^^^^^^^^^ the link leads to this page itself
`,
    good: `
=== findings/2024-probe.md
# Probe

See [above](#probe), or [there](2024-probe.md#probe).
`,
  },
  *check(page) {
    for (const [index, link] of page.facts.links.entries()) {
      const destination = page.destinations[index]!;
      if (destination.kind !== 'path' || !destination.self || destination.fragment !== undefined) continue;
      if (link.kind !== 'inline' && link.kind !== 'reference') continue;
      // `?x` alone names no page.
      if (link.destination.startsWith('?')) continue;
      yield {
        span: link.kind === 'inline' ? link.destinationSpan : link.span,
        message: 'the link leads to this page itself',
        data: { start: link.span.start },
      };
    }
  },
  *fix(problem, page, wiki) {
    const link = page.facts.links.find(({ span }) => span.start === problem.data?.start);
    const text = wiki.sources.textOf(page.path);
    if (!link || text === undefined) return;
    yield {
      title: 'Remove the link and keep its text',
      preferred: true,
      safe: false,
      edits: [
        { path: page.path, span: link.span, newText: text.slice(link.textSpan.start, link.textSpan.end) },
      ],
    };
  },
};
