import type { Link } from '../markdown/facts.ts';
import type { Span } from '../text/span.ts';
import { encodePath } from '../wiki/destination.ts';
import { escapeLinkText } from '../wiki/link-text.ts';
import { newPageText } from '../wiki/new-page-text.ts';
import type { Page } from '../wiki/page.ts';
import { folderOf, isMarkdownPath, relativePath, stem } from '../wiki/path.ts';
import { isExempt, relationOf, sectionKey } from '../wiki/relations.ts';
import { typeOf } from '../wiki/schema/page-type.ts';
import { sectionText, type Template } from '../wiki/template.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Fix } from './rule.ts';

/**
 * The fix that makes the page a link asks for, from the template of the type whose files its path matches. Where the
 * link's section wants to be listed back, the new page lists this one.
 */
export function createPageFix(wiki: Wiki, from: Page, path: string, linkSpan: Span): Fix | undefined {
  if (!isMarkdownPath(path) && stem(path) !== path.slice(path.lastIndexOf('/') + 1)) return undefined;
  const file = isMarkdownPath(path) ? path : `${path}.md`;
  if (wiki.files.hasFile(file) || wiki.pages.has(file)) return undefined;
  const link = from.facts.links.find(({ span }) => span.start <= linkSpan.start && linkSpan.end <= span.end);
  const typeName = typeOf(wiki.schema, file, undefined);
  const template = listingBack(
    newPageText(wiki, typeName, titleFor(link, path)),
    link && sectionOwed(from, link, typeName),
    `- [${escapeLinkText(from.title)}](${encodePath(relativePath(folderOf(file), from.path))})`,
  );
  return {
    title: `Create ${typeName ?? 'page'} "${file}"`,
    preferred: false,
    safe: false,
    edits: [{ path: file, create: template.text }],
    open: { path: file, offset: template.cursor },
  };
}

/** The link's text where it says more than the path; else the file name in words. */
function titleFor(link: Link | undefined, path: string): string {
  const text = link?.kind === 'inline' ? link.text.trim() : '';
  return text !== '' && !text.includes('/') ? text : titleOfPath(path);
}

/** A file name in words, without the year before it. */
export function titleOfPath(path: string): string {
  const words = stem(path)
    .replace(/^\d{4}-/, '')
    .replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The section in which the page that a link leads to must list the one it stands in. */
function sectionOwed(from: Page, link: Link, typeName: string | undefined): string | undefined {
  const relation = relationOf(from, link);
  if (!relation?.to.includes(typeName ?? '') || isExempt(relation, link)) return undefined;
  return relation.listedBackIn;
}

/** The template with an item in its section of that title, which is added where the template has none. */
function listingBack(template: Template, section: string | undefined, item: string): Template {
  if (section === undefined) return template;
  const heading = [...template.text.matchAll(/^## (.*)\n\n(?:- )?/gm)].find(
    ([, title]) => sectionKey(title!) === sectionKey(section),
  );
  if (!heading) {
    const added = sectionText({ title: section, aliases: [], required: true }).replace(/\n$/, `${item}\n`);
    return { ...template, text: template.text + added };
  }
  const at = heading.index + heading[0].replace(/- $/, '').length;
  const rest = template.text.slice(heading.index + heading[0].length);
  const cursor = template.cursor > at ? template.cursor + item.length : template.cursor;
  return { text: template.text.slice(0, at) + item + rest, cursor };
}
