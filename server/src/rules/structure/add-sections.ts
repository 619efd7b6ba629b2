import type { Section } from '../../markdown/facts.ts';
import type { Page } from '../../wiki/page.ts';
import { sectionKey } from '../../wiki/relations.ts';
import type { SectionSpec } from '../../wiki/schema/schema.ts';
import { sectionText } from '../../wiki/template.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { FileEdit } from '../rule.ts';
import { allSections, outlineOf } from './outline.ts';

/** Adds sections where the schema's order wants the first of them; undefined where the page's text can't be had. */
export function addSections(wiki: Wiki, page: Page, specs: readonly SectionSpec[]): FileEdit | undefined {
  const text = wiki.sources.textOf(page.path);
  if (text === undefined || specs.length === 0) return undefined;
  const { at, depth } = placeOf(page, specs[0]!);
  const before = text.slice(0, at);
  const gap = before === '' || /\n[ \t]*\r?\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const marks = '#'.repeat(depth);
  const sections = specs.map(spec => sectionText(spec).trimStart().replace(/^##/, marks)).join('\n');
  const newText = `${gap}${sections}${at < text.length ? '\n' : ''}`;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { path: page.path, span: { start: at, end: at }, newText: newText.replaceAll('\n', newline) };
}

/** Behind the nearest section that the schema has before it, else before the nearest that comes after it. */
function placeOf(page: Page, spec: SectionSpec): { readonly at: number; readonly depth: number } {
  const order = allSections(page.type!);
  const index = order.indexOf(spec);
  const before = order.slice(0, index).reverse();
  for (const other of before) {
    const found = sectionOf(page, other);
    if (found) return { at: found.span.end, depth: found.heading.depth };
  }
  for (const other of order.slice(index + 1)) {
    const found = sectionOf(page, other);
    if (found) return { at: found.heading.span.start, depth: found.heading.depth };
  }
  const depths = outlineOf(page).map(({ section }) => section.heading.depth);
  return { at: page.facts.length, depth: depths.length > 0 ? Math.min(...depths) : 2 };
}

function sectionOf(page: Page, spec: SectionSpec): Section | undefined {
  const names = new Set([spec.title, ...spec.aliases].map(sectionKey));
  return page.facts.sections.findLast(({ heading }) => names.has(sectionKey(heading.text)));
}
