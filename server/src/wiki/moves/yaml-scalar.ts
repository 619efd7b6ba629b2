import { parse } from 'yaml';

/** What would end a plain scalar or begin something else, at the top or within `[…]`. */
const NOT_PLAIN = /[,[\]{}#:&*!|>'"%@`\\?]|^\s|\s$|^$/;

/** A string as a YAML scalar on one line, quoted as the one that stood in its place (`raw`) or where it must be. */
export function yamlScalarLike(raw: string, value: string): string {
  if (raw.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  if (raw.startsWith('"') || NOT_PLAIN.test(value) || !isString(value)) return JSON.stringify(value);
  return value;
}

/** Whether a plain scalar is read back as the string that it is, not as a number or `true`. */
function isString(value: string): boolean {
  try {
    return parse(value) === value;
  } catch {
    return false;
  }
}

/** Whether a scalar stands on one line, so that another can be put in its place. */
export const isOneLine = (raw: string): boolean => raw !== '' && !/[\n\r]|^[|>]/.test(raw);
