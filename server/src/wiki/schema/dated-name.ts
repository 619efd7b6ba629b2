import { stem } from '../path.ts';

const DATE = /^((?:19|20)\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\p{L}\d])/u;

/**
 * The date that a page's file name begins with, right behind the type's name too (`source-2024-lists`), where it is
 * another than `date`: the day where both have one, else the year. Undefined where the two agree or one has none.
 */
export function otherDateInName(path: string, typeName: string, date: unknown): string | undefined {
  const name = stem(path);
  const prefix = `${typeName}-`;
  const inName = DATE.exec(name.startsWith(prefix) ? name.slice(prefix.length) : name);
  const inField = DATE.exec(String(date ?? ''));
  if (!inName || !inField) return undefined;
  const part = inName[3] !== undefined && inField[3] !== undefined ? 0 : 1;
  return inName[part] === inField[part] ? undefined : inName[part];
}
