type Shape = Readonly<Record<string, unknown>>;

/**
 * The values that a field's JSON Schema speaks of: its choices, its default, its examples, yes and no, today for a date.
 * `inList` asks for an item of a list. Empty where anything goes.
 */
export function valuesOf(shape: Shape, inList: boolean, today: string): readonly unknown[] {
  const values = [...spoken(inList ? inItems(shape) : shape, today)].filter(
    value => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  );
  return [...new Set(values)];
}

function* spoken(shape: Shape, today: string): Iterable<unknown> {
  if (Array.isArray(shape.enum)) yield* shape.enum;
  if ('const' in shape) yield shape.const;
  if ('default' in shape) yield shape.default;
  if (Array.isArray(shape.examples)) yield* shape.examples;
  if ([shape.type].flat().includes('boolean')) yield* [true, false];
  if (shape.format === 'date') yield today;
  for (const alternative of alternatives(shape)) yield* spoken(alternative, today);
}

/** A field may be one value or a list of them. */
function inItems(shape: Shape): Shape {
  const items = isShape(shape.items) ? shape.items : {};
  return { ...items, anyOf: [...alternatives(items), ...alternatives(shape).map(inItems)] };
}

const alternatives = ({ anyOf, oneOf, allOf }: Shape): readonly Shape[] =>
  [anyOf, oneOf, allOf].flatMap(list => (Array.isArray(list) ? list.filter(isShape) : []));

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null;
