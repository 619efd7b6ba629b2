import type { Definition, Link } from './facts.ts';

/** References get the destination of their definition; the first definition of a label holds, as in CommonMark. */
export function resolveReferences(
  links: readonly Link[],
  definitions: readonly Definition[],
): readonly Link[] {
  if (definitions.length === 0) return links;
  const byIdentifier = new Map<string, Definition>();
  for (const definition of definitions) {
    if (!byIdentifier.has(definition.identifier)) byIdentifier.set(definition.identifier, definition);
  }
  return links.map(link => {
    const definition = link.identifier === undefined ? undefined : byIdentifier.get(link.identifier);
    if (!definition) return link;
    const { destination, destinationSpan, fragmentSpan } = definition;
    return { ...link, destination, destinationSpan, ...(fragmentSpan ? { fragmentSpan } : {}) };
  });
}
