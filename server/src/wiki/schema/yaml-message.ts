/** What a YAML parser says, in words for people who write pages. Unknown messages come back as they are. */
export function yamlMessage(message: string): string {
  const lower = message.toLowerCase();
  for (const [part, plain] of PLAIN) if (lower.includes(part)) return plain;
  return message;
}

const PLAIN: readonly (readonly [string, string])[] = [
  ['map keys must be unique', 'this key stands here twice'],
  ['nested mappings are not allowed in compact mappings', 'a value with ": " in it must stand in quotes'],
  [
    'plain value cannot start with reserved character',
    'a value that begins with "@" or "`" must stand in quotes',
  ],
  ['tabs are not allowed as indentation', "a tab can't indent YAML; use spaces"],
  ['implicit keys need to be on a single line', 'a key must be followed by ":" on its line'],
  ['implicit map keys need to be followed by map values', 'a key must be followed by ":"'],
  [
    'all mapping items must start at the same column',
    'this key must begin in the same column as those above',
  ],
  [
    'all collection items must start at the same column',
    'this item must begin in the same column as those above',
  ],
  ['missing closing "quote', 'the closing " is missing'],
  ["missing closing 'quote", "the closing ' is missing"],
  ['flow sequence in block collection must be sufficiently indented', 'the closing ] is missing'],
  ['flow map in block collection must be sufficiently indented', 'the closing } is missing'],
  ['expected flow sequence to end with ]', 'the closing ] is missing'],
  ['expected flow map to end with }', 'the closing } is missing'],
  ['unresolved alias', 'a value that begins with "*" must stand in quotes'],
  ['excessive alias count', 'too many aliases'],
  ['maximum call stack', 'aliases without end'],
];
