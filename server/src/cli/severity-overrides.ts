import { UserError } from '../host/user-error.ts';
import { allRules } from '../rules/all.ts';
import type { Overrides } from '../rules/severity.ts';
import { matchesRule } from '../rules/suppression.ts';
import { listOf } from '../rules/words.ts';
import { similarTo } from '../text/distance.ts';
import type { RuleSetting, Severity } from '../wiki/schema/schema.ts';

const SEVERITIES: readonly Severity[] = ['off', 'hint', 'info', 'warning', 'error'];

/** The values of `--rule id=severity`, checked. */
export function severityOverrides(values: readonly string[]): Overrides {
  return values.length === 0 ? [] : [values.map(readSetting)];
}

function readSetting(value: string): RuleSetting {
  const [pattern, severity] = value.split('=') as [string, string | undefined];
  const known = SEVERITIES.find(name => name === severity);
  if (!known)
    throw new UserError(`--rule "${value}" wants id=severity`, `severity is ${listOf(SEVERITIES, 'or')}`);
  if (!allRules.some(({ id }) => matchesRule(pattern, id))) {
    const near = similarTo(pattern, allRules, ({ id }) => id)[0];
    throw new UserError(`there is no rule "${pattern}"`, near ? `did you mean ${near.id}?` : '');
  }
  return { pattern, severity: known };
}
