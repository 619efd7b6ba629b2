import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Diagnostic, PageRule, Problem, Rule, SuppressionRule } from './rule.ts';
import { type Overrides, ruleLevel } from './severity.ts';
import { type Suppression, suppressionFor, suppressionsOf } from './suppression.ts';

export interface CheckOptions {
  readonly rules: readonly Rule[];
  readonly overrides: Overrides;
  readonly scope: CheckScope;
}

/**
 * Which rules run, by what they read: `page` those that need nothing else, while the wiki is not read yet;
 * `neighbours` all but those that read the whole wiki, on a key; `wiki` all, in `check` and when idle.
 */
export type CheckScope = 'page' | 'neighbours' | 'wiki';

export interface PageCheck {
  /** In source order. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many diagnostics the page's comments silenced. */
  readonly suppressed: number;
}

/** Everything there is to say about one page. A page with merge-conflict markers is left alone. */
export function checkPage(wiki: Wiki, page: Page, options: CheckOptions): PageCheck {
  if (page.facts.mergeConflict) return { diagnostics: [], suppressed: 0 };
  const suppressions = suppressionsOf(page.facts);
  const used = new Set<Suppression>();
  const ran = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  let suppressed = 0;

  for (const rule of options.rules) {
    if (rule.subject !== 'page' || !concerns(rule, page, options.scope)) continue;
    const { severity, options: ruleOptions } = ruleLevel(wiki.schema, rule, page.status, options.overrides);
    if (severity === 'off') continue;
    ran.add(rule.id);
    for (const problem of rule.check(page, wiki, ruleOptions)) {
      const silencer =
        suppressions.length > 0 ? suppressionFor(suppressions, rule.id, problem.span) : undefined;
      if (silencer) {
        used.add(silencer);
        suppressed++;
      } else diagnostics.push({ ...problem, path: page.path, rule: rule.id, severity });
    }
  }
  if (suppressions.length > 0) diagnostics.push(...suppressionDiagnostics(wiki, page, options, used, ran));
  return { diagnostics: diagnostics.sort(bySource), suppressed };
}

function concerns(rule: PageRule, page: Page, scope: CheckScope): boolean {
  if (rule.reads === 'wiki' && scope !== 'wiki') return false;
  if (rule.reads !== 'page' && scope === 'page') return false;
  return rule.untyped === true || page.type !== undefined;
}

function* suppressionDiagnostics(
  wiki: Wiki,
  page: Page,
  { rules, overrides }: CheckOptions,
  used: ReadonlySet<Suppression>,
  ran: ReadonlySet<string>,
): Iterable<Diagnostic> {
  const known = new Set<string>(rules.map(({ id }) => id));
  const uses = suppressionsOf(page.facts).map(suppression => ({
    suppression,
    used: used.has(suppression),
    tried: ran.has(suppression.pattern),
  }));
  for (const rule of rules.filter(
    (candidate): candidate is SuppressionRule => candidate.subject === 'suppression',
  )) {
    const { severity } = ruleLevel(wiki.schema, rule, page.status, overrides);
    if (severity === 'off') continue;
    for (const problem of rule.check(uses, known))
      yield { ...problem, path: page.path, rule: rule.id, severity };
  }
}

const bySource = (a: Problem, b: Problem): number => a.span.start - b.span.start || a.span.end - b.span.end;
