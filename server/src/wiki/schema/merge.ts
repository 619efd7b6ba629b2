type Plain = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What holds when `over` is laid over `base`: maps merge by key, lists and scalars replace, `null` takes away what
 * `base` has under the key. Neither is changed.
 */
export function merged<T extends object>(base: T, over: T): T {
  const result: Record<string, unknown> = { ...(base as Plain) };
  for (const [key, value] of Object.entries(over)) {
    const below = Object.hasOwn(result, key) ? result[key] : undefined;
    if (value === null && below !== undefined) delete result[key];
    else result[key] = isMap(value) && isMap(below) ? merged(below, value) : value;
  }
  return result as T;
}
