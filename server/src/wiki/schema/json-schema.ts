import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { safePattern } from './pattern.ts';

/** How a value misses its JSON Schema, as ajv reports it. */
export type Mismatch = ErrorObject;

let ajv: Ajv2020 | undefined;

// Made when the first value needs it: most runs never do.
function validator(): Ajv2020 {
  if (ajv) return ajv;
  // The schemas were checked when the YAML was read; patterns take linear time.
  ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    meta: false,
    validateSchema: false,
    verbose: true,
    code: { regExp: Object.assign(engine, { code: 'safePattern' }) },
  });
  for (const [name, validate] of Object.entries(FORMATS)) ajv.addFormat(name, { type: 'string', validate });
  return ajv;
}

/** ajv tells patterns apart by `toString`. */
const engine = (source: string) => ({ ...safePattern(source), toString: () => source });

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the calendar, `2024-02-29`. */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (day === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1) return false;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return Number(day) <= (month === '02' && !leap ? 28 : DAYS[Number(month) - 1]!);
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'date-time': text =>
    isDate(text.slice(0, 10)) && /^[T ]/i.test(text.slice(10)) && TIME.test(text.slice(11)),
  email: text => /^[^\s@]+@[^\s@]+$/.test(text),
  uri: text => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text),
};

const compiled = new WeakMap<object, ValidateFunction>();

/** How a value misses a field's JSON Schema; empty where it fits. */
export function mismatches(schema: object, value: unknown): readonly Mismatch[] {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = validator().compile(schema);
    compiled.set(schema, validate);
  }
  return validate(value) ? [] : [...(validate.errors ?? [])];
}
