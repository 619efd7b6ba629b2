import type { RuleSetting, Schema, Severity } from '../wiki/schema/schema.ts';
import type { Rule, RuleOptions } from './rule.ts';
import { matchesRule } from './suppression.ts';

/** What holds for a rule on a page: how severe, and the options that the wiki gives it. */
export interface RuleLevel {
  readonly severity: Severity;
  readonly options: RuleOptions;
}

/**
 * Settings from outside of the wiki's YAML, weakest first: VS Code's setting, then `--rule`. One array is one level;
 * keep the same object from call to call, since answers are kept by it.
 */
export type Overrides = readonly (readonly RuleSetting[])[];

export const NO_OVERRIDES: Overrides = [];

const known = new WeakMap<Schema, WeakMap<Overrides, Map<string, RuleLevel>>>();

/**
 * Severity of a rule for a page of a status: default < preset < the wiki's `rules` < `by-status` < overrides. Within
 * one level the more specific id holds (`links/broken-page` before `links/*`), of equals the last.
 */
export function ruleLevel(
  schema: Schema,
  rule: Rule,
  status: string | undefined,
  overrides: Overrides,
): RuleLevel {
  let byOverrides = known.get(schema);
  if (!byOverrides) known.set(schema, (byOverrides = new WeakMap()));
  let levels = byOverrides.get(overrides);
  if (!levels) byOverrides.set(overrides, (levels = new Map()));
  const key = `${rule.id} ${status ?? ''}`;
  let level = levels.get(key);
  if (!level) levels.set(key, (level = workOut(schema, rule, status, overrides)));
  return level;
}

function workOut(schema: Schema, rule: Rule, status: string | undefined, overrides: Overrides): RuleLevel {
  let level: RuleLevel = { severity: rule.severity, options: {} };
  const byStatus = status === undefined ? [] : (schema.byStatus.get(status) ?? []);
  for (const settings of [schema.presetRules, schema.rules, byStatus, ...overrides]) {
    const setting = mostSpecific(settings, rule.id);
    if (setting) level = { severity: setting.severity, options: { ...level.options, ...setting.options } };
  }
  return level;
}

function mostSpecific(settings: readonly RuleSetting[], id: string): RuleSetting | undefined {
  let found: RuleSetting | undefined;
  for (const setting of settings) {
    if (matchesRule(setting.pattern, id) && setting.pattern.length >= (found?.pattern.length ?? 0))
      found = setting;
  }
  return found;
}
