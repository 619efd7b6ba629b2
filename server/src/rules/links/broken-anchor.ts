import { missingAnchor, writtenDestinations } from '../../wiki/targets.ts';
import { likelyAnchors, SURE_ANCHOR } from '../likely-anchors.ts';
import type { PageRule } from '../rule.ts';

/** A fragment that no heading of the page answers to. */
export const brokenAnchor: PageRule = {
  id: 'links/broken-anchor',
  subject: 'page',
  severity: 'error',
  reads: 'targets',
  untyped: true,
  summary: 'The fragment of a link must be a heading or an id of its page.',
  why: `A browser shows the top of the page instead of the passage that is meant, and says nothing. Anchors are GitHub's
slugs of headings, with \`-1\`, \`-2\` for repeated ones, and \`id\` attributes of HTML. They are compared without case. The
fixes offer headings that are spelt nearly so, have another number now, or were reworded.`,
  examples: {
    bad: `
=== a.md
See [the method](b.md#methd) there.
                      ^^^^^ no heading "methd" in "b.md"
=== b.md
## Method
`,
    good: `
=== a.md
See [the method](b.md#method) there.
=== b.md
## Method
`,
  },
  *check(page, wiki) {
    for (const { place, destination, target } of writtenDestinations(wiki, page)) {
      const anchor = missingAnchor(destination, target);
      if (anchor === undefined || target.kind !== 'page' || target.page.facts.partial) continue;
      const where = target.page === page ? 'this page' : `"${target.page.path}"`;
      yield {
        span: place.fragmentSpan!,
        message: `no heading "${anchor}" in ${where}`,
        data: { path: target.page.path, anchor, text: 'text' in place ? place.text : '' },
      };
    }
  },
  *fix(problem, page, wiki) {
    const { path, anchor: wanted, text } = problem.data as { path: string; anchor: string; text: string };
    const target = wiki.pages.get(path);
    if (!target) return;
    const likely = likelyAnchors(target.facts, wanted, text).slice(0, 4);
    for (const [index, { anchor, doubt }] of likely.entries()) {
      yield {
        title: `Change to "#${anchor}"`,
        preferred: index === 0 && doubt <= SURE_ANCHOR,
        safe: false,
        edits: [{ path: page.path, span: problem.span, newText: encodeURI(anchor) }],
      };
    }
    yield {
      title: 'Remove the fragment',
      preferred: false,
      safe: false,
      edits: [
        { path: page.path, span: { start: problem.span.start - 1, end: problem.span.end }, newText: '' },
      ],
    };
  },
};
