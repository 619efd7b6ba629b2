import type { Overrides } from '../rules/severity.ts';
import type { RuleSetting, Severity } from '../wiki/schema/schema.ts';

const SEVERITIES = new Set<unknown>(['off', 'hint', 'info', 'warning', 'error']);

/** VS Code's setting `researchWiki.rules`; what is no severity is passed over, since the editor marks it itself. */
export function severityOverridesOf(rules: Readonly<Record<string, string>> | undefined): Overrides {
  const settings = Object.entries(rules ?? {}).filter(([, severity]) => SEVERITIES.has(severity));
  if (settings.length === 0) return [];
  return [settings.map(([pattern, severity]): RuleSetting => ({ pattern, severity: severity as Severity }))];
}
