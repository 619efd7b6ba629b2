import { parseFrontMatter } from '../../markdown/front-matter.ts';
import type { Page } from '../../wiki/page.ts';
import { plainYamlProblem } from '../../wiki/schema/yaml-message.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { FileEdit, PageRule } from '../rule.ts';

/** Front matter that is no YAML. */
export const frontMatterSyntax: PageRule = {
  id: 'front-matter/syntax',
  subject: 'page',
  severity: 'error',
  reads: 'page',
  untyped: true,
  summary: 'Front matter must be a map in valid YAML.',
  why: `Programs that meet broken front matter drop all of it, or refuse the page: type, status and date are gone. The
usual slips are a value with a colon in it, one that begins with \`@\`, a tab, a key that is there twice. Only the first
mistake is reported, since it often brings others with it.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
type: finding
title: Probes: what they recall
       ^^^^^^^^^^^^^^^^^^^^^^^^ a value with ": " in it must stand in quotes
---
`,
    good: `
=== findings/2024-probe.md
---
type: finding
title: "Probes: what they recall"
---
`,
  },
  *check(page, wiki) {
    const first = page.facts.frontMatter?.problems[0];
    if (first) yield plainYamlProblem(wiki.sources.textOf(page.path) ?? '', first);
  },
  *fix(problem, page, wiki) {
    const edit = quoteValue(wiki, page, problem.span.start);
    if (edit) yield { title: 'Put the value in quotes', preferred: true, safe: false, edits: [edit] };
  },
};

/** A line `key: value` or `- value` whose value has no quotes yet. */
const LINE = /^([ \t]*(?:-[ \t]+)?(?:[\w-]+:[ \t]+)?)([^\s'"[{|>&#][^\r\n]*?)[ \t]*$/;

/** Quotes around the value of the line at `offset`, where that mends the YAML. */
function quoteValue(wiki: Wiki, page: Page, offset: number): FileEdit | undefined {
  const text = wiki.sources.textOf(page.path);
  const { frontMatter } = page.facts;
  if (text === undefined || !frontMatter) return undefined;
  const { start: contentStart, end: contentEnd } = frontMatter.contentSpan;
  const start = Math.max(contentStart, text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1);
  const newline = text.indexOf('\n', start);
  const match = LINE.exec(
    text.slice(start, newline < 0 || newline > contentEnd ? contentEnd : newline).replace(/\r$/, ''),
  );
  if (!match) return undefined;
  const span = { start: start + match[1]!.length, end: start + match[1]!.length + match[2]!.length };
  const newText = JSON.stringify(match[2]);
  const mended = text.slice(contentStart, span.start) + newText + text.slice(span.end, contentEnd);
  const left = parseFrontMatter(mended, frontMatter.span, contentStart).problems.length;
  return left < frontMatter.problems.length ? { path: page.path, span, newText } : undefined;
}
