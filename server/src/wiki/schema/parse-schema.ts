import { checkPageTypes, checkRuleIds } from './check-names.ts';
import { readRawSchema } from './language.ts';
import { merged } from './merge.ts';
import { Notes } from './notes.ts';
import { PRESET } from './preset.ts';
import type { RawRules, RawSchema } from './raw-schema.ts';
import { resolveSchema } from './resolve-schema.ts';
import type { Schema, SchemaProblem } from './schema.ts';
import { plainYamlProblem } from './yaml-message.ts';
import { readYaml } from './yaml-tree.ts';

/** The version of the language that this program understands. */
export const VERSION = 1;

export interface ParsedSchema {
  /** Always usable: what is wrong in the YAML is left out. */
  readonly schema: Schema;
  /** In source order. */
  readonly problems: readonly SchemaProblem[];
  /** False where the YAML itself is broken, so that `schema` may lack what the author means; a last good one is better. */
  readonly usable: boolean;
}

export interface ParseOptions {
  /** Ids of all rules; without them the ids under `rules` are not checked. */
  readonly ruleIds?: readonly string[];
}

/** Reads `research-wiki.yaml`; `undefined` is a wiki without one, which gets the preset. Never throws. */
export function parseSchema(text: string | undefined, options: ParseOptions = {}): ParsedSchema {
  if (text === undefined) return { schema: presetSchema(), problems: [], usable: true };
  const { root, problems: syntax } = readYaml(text);
  const notes = new Notes();
  const raw = root === undefined || root.value === null ? {} : readRawSchema(root, notes);
  if (syntax.length > 0) {
    // The first mistake often brings others with it, and what is read beside it may not be meant.
    const { span, message } = plainYamlProblem(text, syntax[0]!);
    return {
      schema: schemaOf(raw ?? {}),
      problems: [{ rule: 'schema/syntax', span, message }],
      usable: false,
    };
  }
  const versionSpan = root?.fields?.find(({ key }) => key === 'version')?.value.span;
  if (raw && isNewer(raw.version)) {
    // What a later version says is not ours to judge: one problem, not one a line.
    const message = `this is version ${raw.version} of the schema; this program understands version ${VERSION}`;
    return {
      schema: schemaOf(raw),
      problems: [{ rule: 'schema/version', span: versionSpan!, message }],
      usable: true,
    };
  }
  if (raw && versionSpan && raw.version !== VERSION) {
    notes.report('schema/invalid', versionSpan, `"version" must be ${VERSION}`, [String(VERSION)]);
  }
  const schema = schemaOf(raw ?? {});
  checkPageTypes(notes, [...schema.pages.keys()]);
  if (options.ruleIds) checkRuleIds(notes, options.ruleIds);
  const problems = notes.problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { schema, problems, usable: raw !== undefined };
}

const isNewer = (version: unknown): boolean =>
  typeof version === 'number' && Number.isInteger(version) && version > VERSION;

/** The preset and the YAML laid over it. */
const baseOf = (raw: RawSchema): RawSchema => (raw.extends === null ? raw : merged(PRESET, raw));

function schemaOf(raw: RawSchema): Schema {
  const presetRules: RawRules = raw.extends === null ? {} : (PRESET.rules ?? {});
  const rules = raw.rules ?? {};
  const kept = Object.fromEntries(Object.entries(presetRules).filter(([id]) => rules[id] !== null));
  return resolveSchema(baseOf(raw), raw.rules === null ? {} : kept, rules);
}

let preset: Schema | undefined;

function presetSchema(): Schema {
  preset ??= schemaOf({});
  return preset;
}
