import { UserError } from '../host/user-error.ts';
import { allRules } from '../rules/all.ts';
import { docsUrl } from '../rules/docs-url.ts';
import { similarTo } from '../text/distance.ts';
import { colors } from './colors.ts';

/** `research-wiki explain RULE`: what a rule asks, why, and an example of each kind; without a rule the list of all. */
export function explain(id: string | undefined): number {
  if (id === undefined) {
    const width = Math.max(...allRules.map(rule => rule.id.length));
    for (const rule of allRules)
      process.stdout.write(
        `${rule.id.padEnd(width)}  ${colors.dim(rule.severity.padEnd(7))}  ${rule.summary}\n`,
      );
    return 0;
  }
  const rule = allRules.find(candidate => candidate.id === id);
  if (!rule) {
    const near = similarTo(id, allRules, candidate => candidate.id)[0];
    throw new UserError(
      `there is no rule "${id}"`,
      near ? `did you mean ${near.id}?` : 'research-wiki explain lists them',
    );
  }
  const examples = [
    ['Reported', rule.examples.bad],
    ['Fine', rule.examples.good],
  ].filter(([, text]) => text !== '');
  const parts = [
    `${colors.bold(rule.id)} (${rule.severity})`,
    rule.summary,
    rule.why,
    ...examples.map(
      ([title, text]) => `${colors.bold(title!)}\n${text!.replace(/^\n|\n$/g, '').replace(/^/gm, '  ')}`,
    ),
    docsUrl(rule.id),
  ];
  process.stdout.write(`${parts.join('\n\n')}\n`);
  return 0;
}
