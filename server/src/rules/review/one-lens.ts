import type { FieldValue } from '../../markdown/facts.ts';
import { linkersOf } from '../../wiki/linkers.ts';
import { yamlScalarLike } from '../../wiki/moves/yaml-scalar.ts';
import type { Page } from '../../wiki/page.ts';
import { stem } from '../../wiki/path.ts';
import { pageNamed } from '../../wiki/resolve.ts';
import { targetsOf } from '../../wiki/targets.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { addValue } from '../front-matter/add-value.ts';
import { fieldOf } from '../front-matter/fields.ts';
import type { PageRule } from '../rule.ts';
import { ofWholeWiki } from '../whole-wiki.ts';
import { listOf } from '../words.ts';

const KEY = 'lenses';
const LENS_TYPE = 'lens';

/** A page seen through one lens where others seem to apply. */
export const oneLens: PageRule = {
  id: 'review/one-lens',
  subject: 'page',
  severity: 'info',
  reads: 'wiki',
  summary: 'A page should be seen through each lens that applies.',
  why: `A page whose field \`lenses\` names one lens only is looked at from one side. It is reported where another lens
applies by what the wiki itself says: the page links to it, or that lens links to the page; or where more than half of the
pages of its type have several lenses. Add the lens and a note on what is seen through it, or let it be: not every lens has
something to say on every page.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
lenses: [behavioural]
         ^^^^^^^^^^^ the only lens of this page; "Mechanistic" seems to apply too
---
=== lenses/behavioural.md
# Behavioural
=== lenses/mechanistic.md
# Mechanistic

- [Probe](../findings/2024-probe.md)
`,
    good: `
=== findings/2024-probe.md
---
lenses: [behavioural, mechanistic]
---
=== findings/2024-recall.md
---
lenses: [behavioural]
---
=== lenses/behavioural.md
# Behavioural
=== lenses/mechanistic.md
# Mechanistic

- [Probe](../findings/2024-probe.md)
`,
  },
  *check(page, wiki) {
    const only = onlyLens(page);
    if (!only) return;
    const others = otherLenses(wiki, page);
    if (others.length === 0 && !usuallySeveral(wiki).has(page.typeName!)) return;
    const titles = others.map(({ title }) => `"${title}"`);
    const seem = titles.length > 1 ? 'seem' : 'seems';
    yield {
      span: only.span,
      message:
        titles.length > 0
          ? `the only lens of this page; ${listOf(titles, 'and')} ${seem} to apply too`
          : 'the only lens of this page; most pages of this type have several',
      related: others.map(lens => ({
        path: lens.path,
        span: { start: 0, end: 0 },
        message: `the lens "${lens.title}"`,
      })),
    };
  },
  *fix(_problem, page, wiki) {
    const only = onlyLens(page);
    const text = wiki.sources.textOf(page.path);
    const list = fieldOf(page, KEY)?.value;
    if (!only || !list || text === undefined) return;
    const raw = text.slice(only.span.start, only.span.end);
    for (const lens of otherLenses(wiki, page)) {
      const name = yamlScalarLike(raw, stem(lens.path));
      const edit = { path: page.path, ...addValue(text, list, name) };
      yield { title: `Add the lens "${lens.title}"`, preferred: false, safe: false, edits: [edit] };
    }
  },
};

/** The one value of `lenses`; undefined where there are several or none. */
function onlyLens(page: Page): FieldValue | undefined {
  const value = fieldOf(page, KEY)?.value;
  const values = value ? (value.items ?? [value]) : [];
  const [only] = values;
  return values.length === 1 && typeof only?.value === 'string' && only.value.trim() !== ''
    ? only
    : undefined;
}

/** Lenses that link to the page, or that it links to, without the one that it names. */
function otherLenses(wiki: Wiki, page: Page): readonly Page[] {
  const named = pageNamed(wiki, page.path, String(onlyLens(page)?.value), LENS_TYPE);
  const linked = targetsOf(wiki, page).flatMap(({ target }) => (target.kind === 'page' ? target.page : []));
  const lenses = [...linked, ...linkersOf(wiki, page)].filter(
    other => other.typeName === LENS_TYPE && other.path !== named?.path && other.path !== page.path,
  );
  // A lens that the field spells in no way that leads to it may be the very one.
  return named ? [...new Set(lenses)].sort((a, b) => (a.path < b.path ? -1 : 1)) : [];
}

/** Types of which more than half of the pages that name lenses name several. */
const usuallySeveral = ofWholeWiki((wiki): ReadonlySet<string> => {
  const counts = new Map<string, { several: number; all: number }>();
  for (const { typeName, facts } of wiki.pages.values()) {
    const lenses = facts.frontMatter?.data[KEY];
    const number = Array.isArray(lenses) ? lenses.length : typeof lenses === 'string' ? 1 : 0;
    if (typeName === undefined || number === 0) continue;
    const known = counts.get(typeName) ?? { several: 0, all: 0 };
    counts.set(typeName, { several: known.several + (number > 1 ? 1 : 0), all: known.all + 1 });
  }
  return new Set([...counts].filter(([, { several, all }]) => several * 2 > all).map(([type]) => type));
});
