import { encodePath } from '../../wiki/destination.ts';
import { baseName, folderOf, relativePath } from '../../wiki/path.ts';
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
renamed along. A file of that name within the wiki is offered instead. Where the wiki is one folder of a repository and such links are meant, switch the rule off.`,
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
      if (target.kind === 'outside') {
        yield {
          span: pathSpan,
          message: `"${target.path}" lies outside of the wiki`,
          data: { path: target.path },
        };
      }
    }
  },
  *fix(problem, page, wiki) {
    const inside = String(problem.data?.path).replace(/^(?:\.\.\/)+/, '');
    const same = wiki.files.hasFile(inside) ? [inside] : wiki.files.named(baseName(inside));
    for (const [index, path] of same.slice(0, 4).entries()) {
      const newText = encodePath(relativePath(folderOf(page.path), path));
      yield {
        title: `Change to "${path}"`,
        preferred: index === 0 && same.length === 1,
        safe: false,
        edits: [{ path: page.path, span: problem.span, newText }],
      };
    }
  },
};
