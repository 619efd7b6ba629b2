import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';
import type { Field, FieldValue, YamlProblem } from '../../markdown/facts.ts';
import type { Span } from '../../text/span.ts';

export interface YamlTree {
  /** Undefined where the file holds nothing. */
  readonly root: FieldValue | undefined;
  readonly problems: readonly YamlProblem[];
}

/** Aliases may multiply or lead back to themselves; nobody writes a configuration larger or deeper than this. */
const MOST_NODES = 20_000;
const DEEPEST = 40;

/** Reads a YAML file with the place of every key and value. Never throws: what can be read beside an error is there. */
export function readYaml(text: string): YamlTree {
  const problems: YamlProblem[] = [];
  try {
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true });
    for (const { message, pos } of document.errors) {
      const start = Math.min(pos[0], Math.max(0, text.length - 1));
      problems.push({
        message: plainMessage(message),
        span: { start, end: Math.min(Math.max(pos[1], start + 1), text.length) },
      });
    }
    const tree = new TreeWalk(document);
    const root = document.contents ? tree.value(document.contents, 0, 0) : undefined;
    problems.push(...tree.problems);
    if (tree.left >= 0) return { root, problems };
    problems.push({
      message: 'too many values, or aliases without end',
      span: { start: 0, end: Math.min(1, text.length) },
    });
    return { root: undefined, problems };
  } catch (error) {
    problems.push({ message: plainMessage((error as Error).message), span: { start: 0, end: 0 } });
    return { root: undefined, problems };
  }
}

const plainMessage = (message: string): string => {
  const first = message.split('\n')[0]!.replace(/\.$/, '');
  return first.charAt(0).toLowerCase() + first.slice(1);
};

/** A walk over the nodes; a class only to hold what it counts and finds. */
class TreeWalk {
  left = MOST_NODES;
  readonly problems: YamlProblem[] = [];
  private readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  /** `after` is where an empty value stands: right behind its key. An alias has the value of what it stands for. */
  value(node: Node | null, after: number, depth: number): FieldValue {
    if (depth > DEEPEST) this.left = 0;
    if (!node?.range || --this.left < 0) return { value: null, span: { start: after, end: after } };
    const span = { start: node.range[0], end: node.range[1] };
    if (isAlias(node)) return this.alias(node, span, depth);
    if (isScalar(node)) return { value: node.value, span };
    if (isSeq(node)) {
      const items = node.items.map(item => this.value(item as Node | null, span.end, depth + 1));
      return { value: items.map(({ value }) => value), span, items };
    }
    if (isMap(node)) {
      const fields = node.items.flatMap(pair => this.field(pair as Pair<Node, Node | null>, depth + 1));
      return { value: Object.fromEntries(fields.map(({ key, value }) => [key, value.value])), span, fields };
    }
    return { value: null, span };
  }

  private alias(node: Alias, span: Span, depth: number): FieldValue {
    const target = node.resolve(this.document);
    if (!target) this.problems.push({ message: 'unresolved alias', span });
    return { ...this.value(target ?? null, span.end, depth + 1), span };
  }

  private field(pair: Pair<Node, Node | null>, depth: number): Field[] {
    if (!isScalar(pair.key) || !pair.key.range) return [];
    const keySpan = { start: pair.key.range[0], end: pair.key.range[1] };
    return [{ key: String(pair.key.value), keySpan, value: this.value(pair.value, keySpan.end, depth) }];
  }
}
