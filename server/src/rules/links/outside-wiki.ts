import { writtenDestinations } from '../../wiki/targets.ts';
import type { PageRule } from '../rule.ts';

/** A link that leaves the wiki's folder. */
export const outsideWiki: PageRule = {
  id: 'links/outside-wiki',
  subject: 'page',
  severity: 'warning',
  reads: 'page',
  untyped: true,
  summary: "A link should not lead out of the wiki's folder.",
  why: `Whoever gets the wiki without the folders around it finds the link broken, and nothing outside is checked or
renamed along. Where the wiki is one folder of a repository and such links are meant, switch the rule off.`,
  examples: {
    bad: `
=== a.md
See [the code](../src/main.py).
               ^^^^^^^^^^^^^^ "../src/main.py" lies outside of the wiki
`,
    good: `
=== a.md
See [the code](https://example.org/src/main.py).
`,
  },
  *check(page, wiki) {
    for (const { target, pathSpan } of writtenDestinations(wiki, page)) {
      if (target.kind === 'outside')
        yield { span: pathSpan, message: `"${target.path}" lies outside of the wiki` };
    }
  },
};
