import type { Field, FieldValue } from '../../markdown/facts.ts';
import { similarTo } from '../../text/distance.ts';
import { globFault } from './glob.ts';
import type { Notes } from './notes.ts';
import { patternFault } from './pattern.ts';
import type { OneOrMore } from './raw-schema.ts';

/**
 * Reads one value of the YAML; `key` is what it stands under, for messages. What is wrong is noted at its place, and
 * undefined comes back, so that one mistake takes nothing else away.
 */
export type Reader<T> = (value: FieldValue, key: string, notes: Notes) => T | undefined;

/** A text; a number or a truth value counts as the text it is written as. */
export const text: Reader<string> = ({ value, span }, key, notes) => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string' && value.trim() !== '') return value;
  notes.report('schema/invalid', span, `"${key}" must be a text`);
  return undefined;
};

export const count: Reader<number> = ({ value, span }, key, notes) => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  notes.report('schema/invalid', span, `"${key}" must be a whole number, 0 or more`);
  return undefined;
};

export const number: Reader<number> = ({ value, span }, key, notes) => {
  if (typeof value === 'number') return value;
  notes.report('schema/invalid', span, `"${key}" must be a number`);
  return undefined;
};

export const flag: Reader<boolean> = ({ value, span }, key, notes) => {
  if (typeof value === 'boolean') return value;
  const meant = /^(?:yes|on|no|off)$/i.test(String(value))
    ? [/^(?:yes|on)$/i.test(String(value)) ? 'true' : 'false']
    : [];
  notes.report('schema/invalid', span, `"${key}" must be true or false`, meant);
  return undefined;
};

/** Anything at all. */
export const anything: Reader<unknown> = ({ value }) => value;

const string: Reader<string> = (value, key, notes) =>
  typeof value.value === 'string' ? value.value : text({ ...value, value: null }, key, notes);

/** A glob for files. */
export const glob: Reader<string> = (value, key, notes) => checked(string, globFault)(value, key, notes);

/** A regular expression. */
export const pattern: Reader<string> = (value, key, notes) => checked(text, patternFault)(value, key, notes);

const checked =
  (reader: Reader<string>, fault: (written: string) => string | undefined): Reader<string> =>
  (value, key, notes) => {
    const written = reader(value, key, notes);
    const wrong = written === undefined ? undefined : fault(written);
    if (wrong !== undefined) notes.report('schema/bad-pattern', value.span, wrong);
    return wrong === undefined ? written : undefined;
  };

/** One of a few words. */
export const choice =
  <T extends string>(...words: readonly T[]): Reader<T> =>
  ({ value, span }, key, notes) => {
    const found = words.find(word => word === value);
    if (found === undefined) {
      notes.reportWord(
        'schema/invalid',
        span,
        `${JSON.stringify(value)} is no value of "${key}"`,
        String(value),
        words,
      );
    }
    return found;
  };

/** A list; items that are wrong are left out. */
export const list =
  <T>(item: Reader<T>): Reader<readonly T[]> =>
  (value, key, notes) => {
    if (value.items) {
      return value.items.flatMap(each => {
        const read = item(each, key, notes);
        return read === undefined ? [] : [read];
      });
    }
    notes.report('schema/invalid', value.span, `"${key}" must be a list`);
    return undefined;
  };

/** One of its kind, or a list of them. */
export const oneOrMore =
  (item: Reader<string>): Reader<OneOrMore> =>
  (value, key, notes) =>
    value.items ? list(item)(value, key, notes) : item(value, key, notes);

/** A map with free keys. `null` stays: it takes away what the preset has under the key. */
export const record =
  <T>(item: Reader<T>): Reader<Readonly<Record<string, T | null>>> =>
  (value, key, notes) =>
    value.fields
      ? collect(value.fields, field =>
          field.value.value === null ? null : item(field.value, field.key, notes),
        )
      : notMap(value, key, notes);

export interface MapOptions {
  /** What the map describes, for messages: `a section`. */
  readonly of: string;
  /** Keys that must be there. */
  readonly required?: readonly string[];
}

/** A map with known keys. `null` stays, except under a key that must be there. */
export const map =
  <T extends object>(
    keys: { readonly [K in keyof T]-?: Reader<NonNullable<T[K]>> },
    { of, required = [] }: MapOptions,
  ): Reader<T> =>
  (value, key, notes) => {
    if (!value.fields) return notMap(value, key, notes);
    const known = keys as Readonly<Record<string, Reader<unknown>>>;
    const read = collect(value.fields, field => {
      if (!Object.hasOwn(known, field.key)) {
        const what = `"${field.key}" is no key of ${of}`;
        notes.reportWord('schema/unknown-key', field.keySpan, what, field.key, Object.keys(known));
        return undefined;
      }
      if (field.value.value === null && !required.includes(field.key)) return null;
      return known[field.key]!(field.value, field.key, notes);
    });
    for (const name of required) {
      const meant = value.fields.some(
        ({ key: written }) => written === name || similarTo(written, [name], own => own).length > 0,
      );
      if (!meant) notes.report('schema/invalid', value.span, `"${name}" is missing in ${of}`);
    }
    return required.every(name => Object.hasOwn(read, name)) ? (read as T) : undefined;
  };

function collect<T>(fields: readonly Field[], read: (field: Field) => T | undefined): Record<string, T> {
  const result: Record<string, T> = {};
  for (const field of fields) {
    const value = read(field);
    if (value !== undefined) result[field.key] = value;
  }
  return result;
}

function notMap({ span }: FieldValue, key: string, notes: Notes): undefined {
  notes.report('schema/invalid', span, `"${key}" must be a map (key: value)`);
}
