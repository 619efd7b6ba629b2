import { isReadOnly } from '../../wiki/schema/page-type.ts';
import { SOURCE_TYPE } from '../../wiki/source-ids.ts';
import { linkTo } from '../link-to.ts';
import type { PageRule } from '../rule.ts';
import { mentionsIn } from './mentions.ts';

/** The title of another page in running text, which the page links to nowhere. */
export const unlinkedMention: PageRule = {
  id: 'links/unlinked-mention',
  subject: 'page',
  severity: 'hint',
  reads: 'wiki',
  summary: 'A page whose title is mentioned could be linked.',
  why: `Whoever reads of a concept that has a page of its own may want to go there, and its backlinks miss this page. Reported at
the first mention of a title or alias of two words or more, or of a name such as *TruthfulQA*, unless the page links there
already. Headings, block quotes, code and formulas are left out, and so are source pages, and a title that two pages share.`,
  examples: {
    bad: `
=== findings/2024-probe.md
# Probe

It is an instance of emergent misalignment on TruthfulQA; emergent misalignment is rare.
                     ^^^^^^^^^^^^^^^^^^^^^ mentions "Emergent misalignment" and links to it nowhere
                                              ^^^^^^^^^^ mentions "TruthfulQA" and links to it nowhere
=== concepts/emergent-misalignment.md
# Emergent misalignment
=== sources/truthfulqa.md
# TruthfulQA
`,
    good: `
=== findings/2024-probe.md
# Probe

It is an instance of [it](../concepts/emergent-misalignment.md): emergent misalignment, after some recall.
=== concepts/emergent-misalignment.md
# Emergent misalignment
=== concepts/recall.md
# Recall
`,
  },
  *check(page, wiki) {
    if (!page.type || page.typeName === SOURCE_TYPE || page.facts.partial) return;
    // Nobody could put the link in.
    if (isReadOnly(wiki.schema, page.path)) return;
    for (const { span, target } of mentionsIn(wiki, page)) {
      yield {
        span,
        message: `mentions "${target.title}" and links to it nowhere`,
        data: { path: target.path },
      };
    }
  },
  *fix(problem, page, wiki) {
    const target = wiki.pages.get(problem.data?.path as string);
    const text = wiki.sources.textOf(page.path);
    if (!target || text === undefined) return;
    yield {
      title: `Link this mention to "${target.title}"`,
      preferred: true,
      safe: false,
      edits: [
        {
          path: page.path,
          span: problem.span,
          newText: linkTo(page.path, target, text.slice(problem.span.start, problem.span.end)),
        },
      ],
    };
  },
};
