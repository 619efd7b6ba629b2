import { slug } from 'github-slugger';
import type { Wikilink } from '../../markdown/facts.ts';
import { encloses } from '../../text/span.ts';
import { encodePath } from '../../wiki/destination.ts';
import { escapeLinkText } from '../../wiki/link-text.ts';
import { hasName, type Page } from '../../wiki/page.ts';
import { baseName, folderOf, isMarkdownPath, relativePath, stem } from '../../wiki/path.ts';
import { pageOfPath } from '../../wiki/resolve.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { likelyPages } from '../likely-pages.ts';
import type { PageRule } from '../rule.ts';
import { mathIn } from './math.ts';

/** `[[Page]]`, which Markdown shows as it stands. */
export const wikilink: PageRule = {
  id: 'links/wikilink',
  subject: 'page',
  severity: 'info',
  reads: 'targets',
  untyped: true,
  summary: 'A link should be a Markdown link, not a wikilink.',
  why: `GitHub and every Markdown reader show \`[[Recall]]\` as plain text with brackets; nothing is checked or renamed that such
a link names. The fix writes the Markdown link to the page of that file name, title or alias. What names no page and looks
more like code than like a page (\`[[nodiscard]]\`) is left alone.`,
  examples: {
    bad: `
=== findings/2024-probe.md
See [[Recall]], [[recall#Definition|there]] and [[Forgetting Curves]].
    ^^^^^^^^^^ Markdown shows "[[Recall]]" as it stands
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Markdown shows "[[recall#Definition|there]]" as it stands
                                                ^^^^^^^^^^^^^^^^^^^^^ Markdown shows "[[Forgetting Curves]]" as it stands, and no page has that name
=== concepts/recall.md
# Recall

## Definition
`,
    good: `
=== findings/2024-probe.md
See [Recall](../concepts/recall.md), \`[[Recall]]\`, the attribute [[nodiscard]], \\[[Recall]] and the matrix [[1]].
=== concepts/recall.md
# Recall
`,
  },
  *check(page, wiki) {
    for (const [index, link] of page.facts.wikilinks.entries()) {
      const found = targetsOf(wiki, page, link);
      if (found.length === 0 && !looksLikePage(link)) continue;
      if (mathIn(wiki, page).some(formula => encloses(formula, link.span))) continue;
      const nothing = found.length === 0 ? ', and no page has that name' : '';
      yield {
        span: link.span,
        message: `Markdown shows "${written(link)}" as it stands${nothing}`,
        data: { index },
      };
    }
  },
  *fix(problem, page, wiki) {
    const link = page.facts.wikilinks[problem.data?.index as number];
    if (!link) return;
    const found = targetsOf(wiki, page, link);
    const targets = found.length > 0 ? found : likelyPages(wiki, { name: nameIn(link), text: nameIn(link) });
    const sure = found.length === 1 ? found[0] : onlyOneByFileName(found, nameIn(link));
    for (const target of targets.slice(0, 4)) {
      yield {
        title: `Change to a link to "${target}"`,
        preferred: target === sure,
        safe: false,
        edits: [
          {
            path: page.path,
            span: { start: link.span.start - (link.embed ? 1 : 0), end: link.span.end },
            newText: markdownLink(wiki, page, link, target),
          },
        ],
      };
    }
  },
};

/** Programs that write wikilinks go by the file name before the title. */
function onlyOneByFileName(paths: readonly string[], name: string): string | undefined {
  const bare = baseName(name.replace(/\.md$/, '')).toLowerCase();
  const found = paths.filter(path => stem(path).toLowerCase() === bare);
  return found.length === 1 ? found[0] : undefined;
}

const nameIn = ({ target }: Wikilink): string => target.split('#')[0]!.trim();
const headingIn = ({ target }: Wikilink): string | undefined =>
  target.split('#').slice(1).join('#') || undefined;

const written = ({ target, label }: Wikilink): string =>
  label === undefined ? `[[${target}]]` : `[[${target}|${label}]]`;

/** Where nothing has the name: code in brackets is one lower-case word, or begins with a space. */
const looksLikePage = ({ target, label }: Wikilink): boolean =>
  label !== undefined || (/^\S*\p{L}/u.test(target) && /[\p{Lu}\s/#]/u.test(target));

/** Paths of the pages, else of the files, that have the name; nearest first. */
function targetsOf(wiki: Wiki, page: Page, link: Wikilink): readonly string[] {
  const name = nameIn(link);
  if (name === '') return [page.path];
  if (name.includes('/')) {
    const there = pageOfPath(wiki, page.path, name);
    if (there) return [there.path];
  }
  const named = wiki.pagesNamed(baseName(name.replace(/\.md$/, '')));
  const found = named.length > 0 ? named : /\.\w+$/.test(name) ? wiki.files.named(baseName(name)) : [];
  const distance = (path: string) => relativePath(folderOf(page.path), path).split('/').length;
  const others = found.filter(path => path !== page.path);
  return (others.length > 0 ? others : [...found]).sort((a, b) => distance(a) - distance(b));
}

function markdownLink(wiki: Wiki, page: Page, link: Wikilink, path: string): string {
  const target = wiki.pages.get(path);
  const heading = headingIn(link);
  const anchor = heading === undefined || heading.startsWith('^') ? '' : `#${encodeURI(slug(heading))}`;
  const isOwn = path === page.path && anchor !== '';
  const way = isOwn ? anchor : `${encodePath(relativePath(folderOf(page.path), path))}${anchor}`;
  const name = nameIn(link);
  const text = link.label ?? (target && !hasName(target, name) ? target.title : name || heading || '');
  const image = link.embed && !isMarkdownPath(path) ? '!' : '';
  return `${image}[${escapeLinkText(text.trim())}](${way})`;
}
