import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import type { Span } from '../text/span.ts';
import type { Field, FieldValue, FrontMatter, YamlProblem } from './facts.ts';

/**
 * Reads the YAML between the two `---` lines. `contentStart` is the offset of its first character in the page.
 * YAML 1.2 core schema, so dates and `no` stay strings. Never throws: what is wrong is in `problems`.
 */
export function parseFrontMatter(content: string, span: Span, contentStart: number): FrontMatter {
  const contentSpan = { start: contentStart, end: contentStart + content.length };
  const problems: YamlProblem[] = [];
  const shift = (start: number, end: number): Span => ({
    start: contentStart + start,
    end: contentStart + end,
  });

  let data: unknown;
  let fields: readonly Field[] = [];
  try {
    const document = parseDocument(content, {
      prettyErrors: false,
      uniqueKeys: true,
      // Odd keys would be told on stderr.
      logLevel: 'error',
    });
    for (const error of [...document.errors, ...document.warnings]) {
      const end = Math.max(error.pos[1], error.pos[0] + 1);
      problems.push({
        message: plainMessage(error.message),
        span: shift(error.pos[0], Math.min(end, content.length)),
      });
    }
    const root = document.contents;
    if (isMap(root)) fields = root.items.flatMap(pair => fieldOf(pair as Pair<Node, Node | null>, shift, 0));
    else if (root !== null && problems.length === 0) {
      problems.push({ message: 'front matter must be a map of fields (key: value)', span: contentSpan });
    }
    // Only aliases make the whole more than its fields.
    const hasAliases = content.includes('*') && content.includes('&');
    data = hasAliases ? document.toJS({ maxAliasCount: 100 }) : plainData(fields);
  } catch (error) {
    // Aliases that multiply without end are refused by the library with an exception.
    problems.push({ message: plainMessage((error as Error).message), span: contentSpan });
  }
  return { span, contentSpan, fields, data: isRecord(data) ? data : {}, problems };
}

const plainData = (fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ key, value }) => [key, value.value]));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const plainMessage = (message: string): string => {
  const first = message.split('\n')[0]!.replace(/\.$/, '');
  return first.charAt(0).toLowerCase() + first.slice(1);
};

type Shift = (start: number, end: number) => Span;

function fieldOf(pair: Pair<Node, Node | null>, shift: Shift, depth: number): Field[] {
  if (!isScalar(pair.key) || !pair.key.range) return [];
  const keySpan = shift(pair.key.range[0], pair.key.range[1]);
  return [{ key: String(pair.key.value), keySpan, value: fieldValue(pair.value, keySpan.end, shift, depth) }];
}

/** `after` is where an empty value stands: right behind its key. Nesting deeper than anybody writes is cut. */
function fieldValue(node: Node | null, after: number, shift: Shift, depth: number): FieldValue {
  if (!node?.range || depth > 20) return { value: null, span: { start: after, end: after } };
  const span = shift(node.range[0], node.range[1]);
  if (isAlias(node)) return { value: undefined, span };
  if (isScalar(node)) return { value: node.value, span };
  if (isSeq(node)) {
    const items = node.items.map(item => fieldValue(item as Node | null, span.end, shift, depth + 1));
    return { value: items.map(item => item.value), span, items };
  }
  if (isMap(node)) {
    const fields = node.items.flatMap(pair => fieldOf(pair as Pair<Node, Node | null>, shift, depth + 1));
    return { value: plainData(fields), span, fields };
  }
  return { value: null, span };
}
