import { encodePath } from '../../wiki/destination.ts';
import { folderOf, relativePath } from '../../wiki/path.ts';
import { writtenDestinations } from '../../wiki/targets.ts';
import type { PageRule } from '../rule.ts';

/** A link that works on the author's disk and breaks on the web server. */
export const wrongCase: PageRule = {
  id: 'links/wrong-case',
  subject: 'page',
  severity: 'error',
  reads: 'targets',
  untyped: true,
  summary: 'The path of a link must have the upper and lower case of the file.',
  why: `macOS and Windows open the file all the same; Linux, GitHub and most web servers do not.`,
  examples: {
    bad: `
=== a.md
See [recall](concepts/Recall.md).
             ^^^^^^^^^^^^^^^^^^ the file is "concepts/recall.md"
=== concepts/recall.md
# Recall
`,
    good: `
=== a.md
See [recall](concepts/recall.md).
=== concepts/recall.md
# Recall
`,
  },
  *check(page, wiki) {
    for (const { target, pathSpan } of writtenDestinations(wiki, page)) {
      if (target.kind !== 'missing' || target.otherCase === undefined) continue;
      const right = encodePath(relativePath(folderOf(page.path), target.otherCase));
      yield {
        span: pathSpan,
        message: `the file is "${target.otherCase}"`,
        expected: [right],
        data: { written: target.path },
      };
    }
  },
  *fix(problem, page) {
    const right = problem.expected![0]!;
    yield {
      title: `Change to "${right}"`,
      preferred: true,
      safe: true,
      edits: [{ path: page.path, span: problem.span, newText: right }],
    };
  },
};
