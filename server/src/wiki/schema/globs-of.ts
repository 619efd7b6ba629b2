import type { FieldValue } from '../../markdown/facts.ts';
import type { Span } from '../../text/span.ts';
import { readYaml } from './yaml-tree.ts';

/** A glob that the YAML holds, with its place. */
export interface WrittenGlob {
  readonly glob: string;
  readonly span: Span;
}

/** The globs that should match some file: pages, tables and what is read-only. `exclude` may name what is not there yet. */
export function globsOf(text: string): readonly WrittenGlob[] {
  const { root } = readYaml(text);
  const tables = at(root, 'tables');
  const types = at(root, 'pages')?.fields ?? [];
  return [
    ...strings(at(root, 'include')),
    ...strings(at(root, 'read-only')),
    ...(tables?.fields ?? []).flatMap(({ value }) => strings(at(value, 'file') ?? value)),
    ...strings(tables),
    ...types.flatMap(({ value }) => strings(at(value, 'files'))),
  ];
}

const at = (value: FieldValue | undefined, key: string): FieldValue | undefined =>
  value?.fields?.find(field => field.key === key)?.value;

const strings = (value: FieldValue | undefined): WrittenGlob[] =>
  (value?.items ?? (value ? [value] : [])).flatMap(each =>
    typeof each.value === 'string' ? [{ glob: each.value, span: each.span }] : [],
  );
