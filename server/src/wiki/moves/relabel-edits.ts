import type { FieldValue } from '../../markdown/facts.ts';
import type { Relabelled } from '../../tables/relabel.ts';
import { relabelledFragment } from '../../tables/relabelled-fragment.ts';
import { slugOf } from '../../tables/slug.ts';
import { pathTest } from '../schema/glob.ts';
import { readYaml } from '../schema/yaml-tree.ts';
import { writtenDestinations } from '../targets.ts';
import type { Wiki } from '../wiki.ts';
import { editsByPage, type PageEdits } from './edits-by-page.ts';
import type { PathEdit } from './path-edit.ts';
import type { SchemaText } from './schema-edits.ts';
import { isOneLine, yamlScalarLike } from './yaml-scalar.ts';

/**
 * The edits by which all cell anchors of all pages go on to name the cells that they name, once a label of the table at `path`
 * has another text; or why some anchor can't.
 */
export function anchorEdits(wiki: Wiki, path: string, relabelled: Relabelled): PageEdits | string {
  let refused: string | undefined;
  const found = editsByPage(wiki, wiki.linkersOf(path), function* (page, text) {
    for (const { place, destination } of writtenDestinations(wiki, page)) {
      const { fragmentSpan } = place;
      if (!fragmentSpan || destination.kind !== 'path' || destination.path !== path) continue;
      const fragment = destination.fragment ?? '';
      const now = relabelledFragment(relabelled, fragment);
      if (now === undefined) refused ??= `"#${fragment}" in "${page.path}" would name nothing any more`;
      if (now === undefined || now === fragment) continue;
      const isEncoded = text.slice(fragmentSpan.start, fragmentSpan.end) !== fragment;
      yield { path: page.path, span: fragmentSpan, newText: isEncoded ? encodeURI(now) : now };
    }
  });
  return refused ?? found;
}

/** The edits by which the configuration goes on to name a column among the `keys` of its table; or why it can't. */
export function keyEdits(
  { path: schemaPath, text }: SchemaText,
  path: string,
  { before, label, name }: Relabelled,
): readonly PathEdit[] | string {
  if (label.kind === 'row' || schemaPath.startsWith('../')) return [];
  const { slug } = before.columns[label.column]!;
  const edits: PathEdit[] = [];
  for (const { value } of valueAt(readYaml(text).root, 'tables')?.fields ?? []) {
    const keys = (valueAt(value, 'keys')?.items ?? []).filter(key => slugOf(String(key.value)) === slug);
    const file = valueAt(value, 'file')?.value;
    if (keys.length === 0 || typeof file !== 'string' || !pathTest([file], { dots: true })(path)) continue;
    if (/[*?{[]/.test(file)) return `"${schemaPath}" names the column for all of "${file}"`;
    for (const { span } of keys) {
      const raw = text.slice(span.start, span.end);
      if (isOneLine(raw)) edits.push({ path: schemaPath, span, newText: yamlScalarLike(raw, name) });
    }
  }
  return edits;
}

const valueAt = (value: FieldValue | undefined, key: string): FieldValue | undefined =>
  value?.fields?.find(field => field.key === key)?.value;
