import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Diagnostic, PageRule, Problem, Rule, SuppressionRule } from './rule.ts';
import { type Overrides, ruleLevel } from './severity.ts';
import { type Suppression, suppressionFor, suppressionsOf } from './suppression.ts';

export interface CheckOptions {
  readonly rules: readonly Rule[];
  readonly overrides: Overrides;
  readonly scope: CheckScope;
  /** True for a page whose hints nobody sees: those that take the whole wiki to find are not looked for. */
  readonly unseen?: boolean;
}

/**
 * Which rules run, by what they read: `page` those that need nothing else, while the wiki is not read yet;
 * `neighbours` all but those that read the whole wiki, on a key; `only-wiki` just those, when idle; `wiki` all, in
 * `check`. What `neighbours` and `only-wiki` find is together what `wiki` finds.
 */
export type CheckScope = 'page' | 'neighbours' | 'only-wiki' | 'wiki';

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
    if (severity === 'off' || (severity === 'hint' && rule.reads === 'wiki' && options.unseen)) continue;
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
  if (scope !== 'wiki' && (rule.reads === 'wiki') !== (scope === 'only-wiki')) return false;
  if (rule.reads !== 'page' && scope === 'page') return false;
  return rule.untyped === true || page.type !== undefined;
}

function* suppressionDiagnostics(
  wiki: Wiki,
  page: Page,
  { rules, overrides, scope }: CheckOptions,
  used: ReadonlySet<Suppression>,
  ran: ReadonlySet<string>,
): Iterable<Diagnostic> {
  const known = new Set<string>(rules.map(({ id }) => id));
  const all = suppressionsOf(page.facts).map(suppression => ({
    suppression,
    used: used.has(suppression),
    tried: ran.has(suppression.pattern),
  }));
  // What can be said without the whole wiki has been said.
  const uses = scope === 'only-wiki' ? all.filter(({ tried }) => tried) : all;
  for (const rule of rules.filter(
    (candidate): candidate is SuppressionRule => candidate.subject === 'suppression',
  )) {
    const { severity } = ruleLevel(wiki.schema, rule, page.status, overrides);
    if (severity === 'off') continue;
    for (const problem of rule.check(uses, known))
      yield { ...problem, path: page.path, rule: rule.id, severity };
  }
}

/** The order in which diagnostics of one file are told. */
export const bySource = (a: Problem, b: Problem): number =>
  a.span.start - b.span.start || a.span.end - b.span.end;
