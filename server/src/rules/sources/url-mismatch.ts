import { editDistance } from '../../text/distance.ts';
import { yamlScalarLike } from '../../wiki/moves/yaml-scalar.ts';
import type { Page } from '../../wiki/page.ts';
import { idIn, SOURCE_TYPE, type SourceId, sourceIdsOf } from '../../wiki/source-ids.ts';
import { targetsOf } from '../../wiki/targets.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { PageRule, Problem } from '../rule.ts';
import { KIND_NAMES, sourcesById } from './ids.ts';

/** Two addresses that should be one: a slip in a URL, or the address of another paper. */
export const urlMismatch: PageRule = {
  id: 'sources/url-mismatch',
  subject: 'page',
  severity: 'warning',
  reads: 'wiki',
  summary: "The web address of a finding's source should be that of the source page it cites.",
  why: `One of the two leads readers to the wrong paper. A finding's field \`source\` is held to the source pages that it links to,
where one has nearly that address: a DOI is not held to an arXiv id, nor one site to another, since one paper may have all
of them, and another address altogether may be that of a source without a page. On a source page \`url\`, \`doi\` and \`arxiv\` are held to one another in the same way.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
source: https://arxiv.org/abs/2401.01243
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the source "Doe 2024" has another arXiv id: 2401.01234
---
After [Doe](../sources/doe-2024.md).
=== sources/doe-2024.md
---
title: Doe 2024
url: https://arxiv.org/abs/2401.01234
---
`,
    good: `
=== findings/2024-probe.md
---
source: https://arxiv.org/abs/2401.01234v2
---
After [Doe](../sources/doe-2024.md) and [Roe](../sources/roe-2023.md).
=== sources/doe-2024.md
---
title: Doe 2024
url: https://doi.org/10.48550/arXiv.2401.01234
---
=== sources/roe-2023.md
---
title: Roe 2023
url: https://arxiv.org/abs/2312.00001
doi: 10.1000/roe
---
`,
  },
  *check(page, wiki) {
    if (page.typeName === SOURCE_TYPE) yield* withinSource(page);
    else if (page.type) yield* againstSources(wiki, page);
  },
  *fix(problem, page, wiki) {
    const { path, key } = (problem.data ?? {}) as { path?: string; key?: string };
    const right = path === undefined ? undefined : wiki.pages.get(path)?.facts.frontMatter?.data[key!];
    const text = wiki.sources.textOf(page.path);
    if (typeof right !== 'string' || !/^https?:/.test(right) || text === undefined) return;
    const newText = yamlScalarLike(text.slice(problem.span.start, problem.span.end), right);
    yield {
      title: `Change to ${right}`,
      preferred: true,
      safe: false,
      edits: [{ path: page.path, span: problem.span, newText }],
    };
  },
};

/** Two fields of one source page that name different papers. */
function* withinSource(page: Page): Iterable<Problem> {
  const ids = sourceIdsOf(page);
  for (const [index, other] of ids.entries()) {
    const first = ids
      .slice(0, index)
      .find(({ kind, key }) => kind === other.kind && kind !== 'url' && key !== other.key);
    if (!first || first.id === other.id) continue;
    yield {
      span: other.span,
      message: `\`${first.key}\` has another ${KIND_NAMES[other.kind]}: ${bare(first)}`,
      related: [
        { path: page.path, span: first.span, message: `the ${KIND_NAMES[other.kind]} in \`${first.key}\`` },
      ],
    };
  }
}

function* againstSources(wiki: Wiki, page: Page): Iterable<Problem> {
  const field = page.facts.frontMatter?.fields.find(({ key }) => key === 'source');
  const own = field && idIn('source', field.value)[0];
  // A source page that has the address, cited or not, says that the address is right.
  if (!own || sourcesById(wiki).has(own.id)) return;
  const cited = sourcesCitedBy(wiki, page).filter(source => sourceIdsOf(source).length > 0);
  const ids = cited.flatMap(source => sourceIdsOf(source).map(id => ({ source, id })));
  const alike = ids.filter(({ id }) => isAlike(own, id));
  // The only source that a page cites may differ by more than one of several.
  const share = cited.length === 1 ? 1 / 8 : 0;
  const meant = alike.find(({ id }) => isSlip(own, id, share));
  if (!meant || mentions(wiki, meant.source, own)) return;
  yield {
    span: own.span,
    message: `the source "${meant.source.title}" has another ${KIND_NAMES[meant.id.kind]}: ${bare(meant.id)}`,
    related: [
      {
        path: meant.source.path,
        span: meant.id.span,
        message: `the ${KIND_NAMES[meant.id.kind]} of "${meant.source.title}"`,
      },
    ],
    data: { path: meant.source.path, key: meant.id.key },
  };
}

const sourcesCitedBy = (wiki: Wiki, page: Page): readonly Page[] => [
  ...new Set(
    targetsOf(wiki, page).flatMap(({ target }) =>
      target.kind === 'page' && target.page.typeName === SOURCE_TYPE ? target.page : [],
    ),
  ),
];

/** Two arXiv ids, two DOIs, or two addresses of one site. An arXiv address with a slip in its id is of arXiv all the same. */
const isAlike = (a: SourceId, b: SourceId): boolean => siteOf(a) === siteOf(b);

const SITES = { arxiv: 'arxiv.org/abs', doi: 'doi.org' } as const;

const siteOf = (source: SourceId): string => addressOf(source).split('/')[0]!;

/** Where a source is found, without the scheme. */
function addressOf({ id, kind }: SourceId): string {
  const own = id.slice(kind.length + 1);
  return kind === 'url' ? own : `${SITES[kind]}/${own}`;
}

/** Two slips, or as many as a share of the address. */
function isSlip(own: SourceId, other: SourceId, share: number): boolean {
  const address = addressOf(own);
  const most = Math.max(2, Math.floor(address.length * share));
  return editDistance(address, addressOf(other), most) <= most;
}

/** A source page that has the address in its text knows of it. */
function mentions(wiki: Wiki, source: Page, own: SourceId): boolean {
  const text = wiki.sources.textOf(source.path)?.toLowerCase() ?? '';
  const wanted = own.id.slice(own.kind.length + 1).toLowerCase();
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!/[\w/-]/.test(text[at + wanted.length] ?? '')) return true;
  }
  return false;
}

const bare = (source: SourceId): string =>
  source.kind === 'url' ? `https://${addressOf(source)}` : source.id.slice(source.kind.length + 1);
