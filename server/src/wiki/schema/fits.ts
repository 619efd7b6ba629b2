/** Says that a value surely fits; false says nothing. */
type Fit = (value: unknown) => boolean;

const known = new WeakMap<object, Fit>();

/**
 * True where a value surely fits a field's JSON Schema, by its simplest keywords alone. False says nothing: a
 * validator must decide. Nearly every value of a wiki passes here, so the validator is seldom needed at all.
 */
export function surelyFits(schema: object | boolean, value: unknown): boolean {
  if (typeof schema === 'boolean') return schema;
  let fit = known.get(schema);
  if (!fit) known.set(schema, (fit = fitOf(schema)));
  return fit(value);
}

function fitOf(schema: object): Fit {
  const fits = Object.entries(schema).flatMap(([keyword, wanted]) => fitOfKeyword(keyword, wanted) ?? []);
  return value => fits.every(fit => fit(value));
}

/** Undefined for what says nothing of values. */
function fitOfKeyword(keyword: string, wanted: unknown): Fit | undefined {
  switch (keyword) {
    case 'title':
    case 'description':
    case 'default':
    case 'examples':
    case 'deprecated':
      return undefined;
    case 'type': {
      const types = [wanted].flat();
      return types.length === 1
        ? value => hasType(types[0], value)
        : value => types.some(type => hasType(type, value));
    }
    case 'enum':
      return value => !isObject(value) && (wanted as readonly unknown[]).includes(value);
    case 'const':
      return value => !isObject(value) && wanted === value;
    case 'items':
      return value =>
        !Array.isArray(value) || value.every(item => surelyFits(wanted as object | boolean, item));
    case 'minItems':
      return value => !Array.isArray(value) || value.length >= (wanted as number);
    case 'maxItems':
      return value => !Array.isArray(value) || value.length <= (wanted as number);
    default:
      return () => false;
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
