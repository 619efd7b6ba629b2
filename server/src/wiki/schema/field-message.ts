import { similarTo } from '../../text/distance.ts';
import type { Mismatch } from './json-schema.ts';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'empty',
};

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  date: 'day of the calendar (YYYY-MM-DD)',
  'date-time': 'day and time (YYYY-MM-DDTHH:MM:SS)',
  email: 'mail address',
  uri: 'web address',
};

interface FieldMessage {
  readonly message: string;
  readonly expected: readonly string[];
}

/** What is wrong with a value, in plain words. `whole`: the field's value itself, not a part of it. */
export function fieldMessage(key: string, whole: boolean, mismatch: Mismatch): FieldMessage {
  const what = whole ? `"${key}"` : `a value in "${key}"`;
  const { keyword, data, schema, params } = mismatch;
  const written = quoted(data);
  switch (keyword) {
    case 'type': {
      const types = [schema].flat() as readonly string[];
      const wrapped = types.includes('array') && isScalar(data) ? [`[${scalar(data)}]`] : [];
      return {
        message: `${what} must be ${types.map(type => TYPE_WORDS[type] ?? type).join(' or ')}`,
        expected: wrapped,
      };
    }
    case 'enum': {
      const allowed = (schema as readonly unknown[]).filter(isScalar);
      return {
        message: `${written} is none of ${allowed.map(String).join(', ')}`,
        expected: nearest(data, allowed),
      };
    }
    case 'const':
      return {
        message: `${what} must be ${quoted(schema)}`,
        expected: isScalar(schema) ? [scalar(schema)] : [],
      };
    case 'format':
      return { message: `${written} is no ${FORMAT_WORDS[String(schema)] ?? schema}`, expected: [] };
    case 'pattern':
      return { message: `${written} does not match "${schema}"`, expected: [] };
    case 'minItems':
      return { message: `${what} must have at least ${items(schema)}`, expected: [] };
    case 'maxItems':
      return { message: `${what} must have at most ${items(schema)}`, expected: [] };
    case 'uniqueItems':
      return { message: `${what} has an item twice`, expected: [] };
    case 'minLength':
      return { message: `${what} must have at least ${schema} characters`, expected: [] };
    case 'maxLength':
      return { message: `${what} must have at most ${schema} characters`, expected: [] };
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return { message: `${written} must be ${params.comparison} ${schema}`, expected: [] };
    case 'required':
      return { message: `"${params.missingProperty}" is missing in ${what}`, expected: [] };
    case 'additionalProperties':
      return { message: `"${params.additionalProperty}" is no key of ${what}`, expected: [] };
    case 'anyOf':
    case 'oneOf':
    case 'if':
    case 'not':
      return { message: `${what} has none of the forms that the schema allows`, expected: [] };
    default:
      return { message: `${what} ${mismatch.message ?? `does not fit "${keyword}"`}`, expected: [] };
  }
}

type Scalar = string | number | boolean;
const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);

const items = (schema: unknown): string => `${schema} item${schema === 1 ? '' : 's'}`;

const LONGEST = 60;

function quoted(value: unknown): string {
  const text = isScalar(value) ? String(value) : JSON.stringify(value);
  return `"${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}"`;
}

/** All values that are allowed, those spelt most alike first. */
function nearest(data: unknown, allowed: readonly Scalar[]): readonly string[] {
  const similar = similarTo(String(data), allowed, String);
  return [...new Set([...similar, ...allowed])].map(scalar);
}

/** A value as it can stand in YAML, in a list too. */
export function scalar(value: Scalar): string {
  if (typeof value !== 'string') return String(value);
  const plain =
    /^[\p{L}_][\p{L}\p{N}_. /-]*$/u.test(value) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(value) &&
    !/\s$/.test(value);
  return plain ? value : JSON.stringify(value);
}
