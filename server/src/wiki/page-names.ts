import type { FieldValue, FrontMatter } from '../markdown/facts.ts';
import type { Span } from '../text/span.ts';
import type { PageField, PageType, Schema } from './schema/schema.ts';

/** A value in the front matter that names another page: by file name, path, title or alias. */
export interface PageName {
  readonly key: string;
  readonly name: string;
  /** The page type that the schema asks for. */
  readonly type: string;
  readonly span: Span;
  readonly reportMissing: boolean;
}

/** All page names of a front matter, item by item for lists. */
export function pageNamesOf(
  frontMatter: FrontMatter | undefined,
  type: PageType | undefined,
  schema: Schema,
): readonly PageName[] {
  if (!frontMatter) return [];
  const wanted = [...(type?.fields.pageFields ?? []), ...schema.allPages.pageFields];
  if (wanted.length === 0) return [];
  return frontMatter.fields.flatMap(field => {
    const spec = wanted.find(candidate => candidate.key === field.key);
    return spec ? (field.value.items ?? [field.value]).flatMap(value => nameIn(value, spec)) : [];
  });
}

function nameIn(value: FieldValue, field: PageField): PageName[] {
  if (typeof value.value !== 'string' || value.value.trim() === '') return [];
  return [
    {
      key: field.key,
      name: value.value.trim(),
      type: field.type,
      span: value.span,
      reportMissing: field.reportMissing,
    },
  ];
}
