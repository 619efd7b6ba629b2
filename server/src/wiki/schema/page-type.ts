import { type PathTest, pathTest } from './glob.ts';
import type { Schema } from './schema.ts';

interface Compiled {
  readonly included: PathTest;
  readonly excluded: PathTest;
  readonly readOnly: PathTest;
  readonly types: readonly { readonly name: string; readonly matches: PathTest }[];
  /** Lower case → the type's name as the schema writes it. */
  readonly names: ReadonlyMap<string, string>;
}

/** Templates hold blanks to fill in, so nothing in them is checked. */
const TEMPLATES = ['{templates,_templates}/**', '*/{templates,_templates}/**'];

const known = new WeakMap<Schema, Compiled>();

function compiled(schema: Schema): Compiled {
  let found = known.get(schema);
  if (!found) {
    const types = [...schema.pages.values()];
    found = {
      included: pathTest(schema.include, { dots: false }),
      excluded: pathTest([...schema.exclude, ...TEMPLATES], { dots: true }),
      readOnly: pathTest(schema.readOnly, { dots: true }),
      types: types.map(({ name, files }) => ({ name, matches: pathTest(files, { dots: false }) })),
      names: new Map(types.map(({ name }) => [name.toLowerCase(), name])),
    };
    known.set(schema, found);
  }
  return found;
}

/**
 * The type of the page at a path. What the front matter declares wins, even where the schema does not know it; else
 * the first type whose `files` match.
 */
export function typeOf(schema: Schema, path: string, declared: string | undefined): string | undefined {
  const name = declared?.trim();
  return name ? (compiled(schema).names.get(name.toLowerCase()) ?? name) : typeOfPath(schema, path);
}

/** The first type whose `files` match, whatever the page says of itself. */
export const typeOfPath = (schema: Schema, path: string): string | undefined =>
  compiled(schema).types.find(({ matches }) => matches(path))?.name;

/** True where the files of this type may lie at this path; true for a type that says nothing of files. */
export function liesRight(schema: Schema, path: string, typeName: string): boolean {
  const type = schema.pages.get(typeName);
  if (!type || type.files.length === 0) return true;
  return compiled(schema)
    .types.find(({ name }) => name === typeName)!
    .matches(path);
}

/** True for a path under `include` and not under `exclude`. */
export function isIncluded(schema: Schema, path: string): boolean {
  const { included, excluded } = compiled(schema);
  return included(path) && !excluded(path);
}

/** True for a file that no fix may change. */
export const isReadOnly = (schema: Schema, path: string): boolean => compiled(schema).readOnly(path);
