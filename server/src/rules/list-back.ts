import type { Page } from '../wiki/page.ts';
import { sectionTitled } from '../wiki/relation-links.ts';
import { sectionSpec } from '../wiki/relations.ts';
import { isReadOnly } from '../wiki/schema/page-type.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { addListItem } from './add-list-item.ts';
import { linkTo } from './link-to.ts';
import type { FileEdit, Fix } from './rule.ts';
import { addSections } from './structure/add-sections.ts';

/** Lists `page` in the section of the page at `path`, as that list does it; the section is made if need be. */
export function listBackFix(
  wiki: Wiki,
  page: Page,
  { path, section }: { path: string; section: string },
): Fix | undefined {
  const target = wiki.pages.get(path);
  const text = target && wiki.sources.textOf(path);
  if (!target || text === undefined || isReadOnly(wiki.schema, path)) return undefined;
  const there = sectionTitled(target, section);
  const edit = there
    ? addListItem(wiki, target, text, there, page)
    : newSection(wiki, target, text, section, page);
  return (
    edit && {
      title: `List this page in "${section}" of "${target.title}"`,
      preferred: true,
      safe: false,
      edits: [edit],
    }
  );
}

/** At its place in the schema's order where the schema knows the section, else at the end of the page. */
function newSection(
  wiki: Wiki,
  target: Page,
  text: string,
  section: string,
  page: Page,
): FileEdit | undefined {
  const item = `- ${linkTo(target.path, page)}`;
  const spec = target.type && sectionSpec(target.type, section);
  const edit = spec && addSections(wiki, target, [spec]);
  if (edit && 'newText' in edit) {
    // The section comes with its heading and an empty place to write in.
    const newText = edit.newText.replace(
      /^(\s*#+ [^\r\n]*\r?\n\r?\n)(?:- )?/,
      `$1${item.replaceAll('$', '$$$$')}`,
    );
    return { ...edit, newText };
  }
  const end = text.trimEnd().length;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const newText = `${end > 0 ? '\n\n' : ''}## ${section}\n\n${item}${end === text.length ? '\n' : ''}`;
  return { path: target.path, span: { start: end, end }, newText: newText.replaceAll('\n', newline) };
}
