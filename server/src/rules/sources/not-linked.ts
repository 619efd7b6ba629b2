import { encodePath } from '../../wiki/destination.ts';
import { linksTo } from '../../wiki/linkers.ts';
import type { Page } from '../../wiki/page.ts';
import { folderOf, relativePath } from '../../wiki/path.ts';
import { SOURCE_TYPE, sourceId } from '../../wiki/source-ids.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { linkTo } from '../link-to.ts';
import type { PageRule } from '../rule.ts';
import { sourcesById } from './ids.ts';

/** A web address of a paper that has a source page, on a page that does not cite it. */
export const sourceNotLinked: PageRule = {
  id: 'sources/not-linked',
  subject: 'page',
  severity: 'info',
  reads: 'wiki',
  summary: 'A source that has a page should be cited by that page, not by its web address.',
  why: `The source page keeps the address, the authors and the date in one place, and shows which pages rely on the source; a web
address in the text does none of that. A page that cites the source page anywhere may give the address too.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
source: https://example.org/probes
---
After [Doe](https://arxiv.org/abs/2401.01234).
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is the source "Doe 2024", which has a page
=== sources/doe-2024.md
---
title: Doe 2024
url: https://arxiv.org/pdf/2401.01234
---
`,
    good: `
=== findings/2024-probe.md
---
source: https://arxiv.org/abs/2401.01234
---
After [Doe](../sources/doe-2024.md), [on arXiv](https://arxiv.org/abs/2401.01234).
=== sources/doe-2024.md
---
title: Doe 2024
url: https://arxiv.org/pdf/2401.01234
---
`,
  },
  *check(page, wiki) {
    if (page.typeName === SOURCE_TYPE) return;
    const reported = new Set<string>();
    for (const [index, link] of page.facts.links.entries()) {
      if (page.destinations[index]!.kind !== 'url' || (link.kind !== 'inline' && link.kind !== 'autolink'))
        continue;
      const source = sourceAt(wiki, link.destination);
      if (!source || reported.has(source.path) || linksTo(wiki, page, source)) continue;
      reported.add(source.path);
      yield {
        span: link.destinationSpan,
        message: `this is the source "${source.title}", which has a page`,
        related: [
          { path: source.path, span: { start: 0, end: 0 }, message: `the page of "${source.title}"` },
        ],
        data: { path: source.path },
      };
    }
  },
  *fix(problem, page, wiki) {
    const source = wiki.pages.get(problem.data?.path as string);
    const link = page.facts.links.find(
      ({ destinationSpan }) =>
        destinationSpan.start === problem.span.start && destinationSpan.end === problem.span.end,
    );
    if (!source || !link) return;
    const way = encodePath(relativePath(folderOf(page.path), source.path));
    const edit =
      link.kind === 'inline'
        ? { span: link.destinationSpan, newText: way }
        : { span: link.span, newText: linkTo(page.path, source) };
    yield {
      title: `Link to the source page "${source.path}"`,
      preferred: true,
      safe: false,
      edits: [{ path: page.path, ...edit }],
    };
  },
};

/** The one source page that has this address. */
function sourceAt(wiki: Wiki, url: string): Page | undefined {
  const id = sourceId(url)?.id;
  const paths = id === undefined ? undefined : sourcesById(wiki).get(id);
  return paths?.length === 1 ? wiki.pages.get(paths[0]!) : undefined;
}
