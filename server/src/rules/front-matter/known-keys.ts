import type { FieldsSpec } from '../../wiki/schema/schema.ts';

/** Fields that mean something in any wiki, whatever its schema lists. */
const ALWAYS = new Set(['type', 'title', 'status', 'aliases', 'alias', 'tables', 'tags', 'date']);

/** True for a field that the schema speaks of, or that means something by itself. */
export const isKnownKey = (spec: FieldsSpec, key: string): boolean =>
  ALWAYS.has(key) || spec.required.includes(key) || Object.hasOwn(spec.properties, key);
