const ANNOTATIONS = new Set(['title', 'description', 'default', 'examples', 'deprecated']);

/**
 * True where a value surely fits a field's JSON Schema, by its simplest keywords alone. False says nothing: a
 * validator must decide. Nearly every value of a wiki passes here, so the validator is seldom needed at all.
 */
export function surelyFits(schema: object | boolean, value: unknown): boolean {
  if (typeof schema === 'boolean') return schema;
  for (const [keyword, wanted] of Object.entries(schema)) {
    if (!ANNOTATIONS.has(keyword) && !fitsKeyword(keyword, wanted, value)) return false;
  }
  return true;
}

function fitsKeyword(keyword: string, wanted: unknown, value: unknown): boolean {
  switch (keyword) {
    case 'type':
      return (Array.isArray(wanted) ? wanted : [wanted]).some(type => hasType(type, value));
    case 'enum':
      return Array.isArray(wanted) && !isObject(value) && wanted.includes(value);
    case 'const':
      return !isObject(value) && wanted === value;
    case 'items':
      return !Array.isArray(value) || value.every(item => surelyFits(wanted as object | boolean, item));
    case 'minItems':
      return !Array.isArray(value) || value.length >= (wanted as number);
    case 'maxItems':
      return !Array.isArray(value) || value.length <= (wanted as number);
    default:
      return false;
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

function hasType(type: unknown, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'integer':
      return Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value) && !Array.isArray(value);
    case 'null':
      return value === null;
    default:
      return false;
  }
}
