import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import {
  type FixChoice,
  type FixPlan,
  planFixes,
  preferredFix,
  safeFix,
  safeOnSave,
} from '../../features/fix-all.ts';
import { filesOf } from '../../features/fixes.ts';
import { freshEdits } from '../../host/fresh-edits.ts';
import { allRules } from '../../rules/all.ts';
import type { Diagnostic } from '../../rules/rule.ts';
import { count } from '../../rules/words.ts';
import type { Session } from '../session.ts';
import type { OpenWiki, Place } from '../wikis.ts';
import { toEdit } from '../workspace-edit.ts';

/** May run on save, by `editor.codeActionsOnSave`. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.researchWiki`;

/** What is needed to work out the edit of a *fix all* when it is picked. */
export interface FixAllData {
  readonly uri: string;
  readonly rule: string;
  readonly all: 'page' | 'wiki';
}

/** `source.fixAll.researchWiki`: the safe fixes of a page, numbers aside; nothing where there are none. */
export function fixOnSave(session: Session, place: Place): CodeAction[] {
  const plan = freshPlan(session, place.wiki, () => diagnosticsOf(session, place), safeOnSave);
  if (plan.fixed.length === 0) return [];
  return [
    {
      title: 'Fix all safe problems of Research Wiki',
      kind: FIX_ALL_KIND,
      edit: toEdit(session, place.wiki, plan.edits),
    },
  ];
}

/**
 * For a rule with a likely fix at the cursor: all of its kind in the page, and in the wiki, where there are more or, while the
 * wiki is still being checked, may be.
 */
export function fixAllOf(session: Session, place: Place, uri: string, rule: string): CodeAction[] {
  if (!session.client.resolvesCodeActions) return [];
  const here = ofRule(diagnosticsOf(session, place), rule).length;
  const everywhere = ofRule(allDiagnostics(session, place.wiki), rule).length;
  const isBehind = session.queue.isBehind(place.wiki);
  const action = (all: FixAllData['all'], found: string): CodeAction => ({
    title: `Fix all of ${rule} in this ${all} (${found})`,
    kind: CodeActionKind.QuickFix,
    data: { uri, rule, all } satisfies FixAllData,
  });
  return [
    ...(here > 1 ? [action('page', count(here, 'problem'))] : []),
    ...(isBehind
      ? [action('wiki', 'which is still being checked')]
      : everywhere > here
        ? [action('wiki', count(everywhere, 'problem'))]
        : []),
  ];
}

/**
 * The edit of a *fix all* that was picked, once all that it concerns is checked. What would touch one place twice is left for
 * the next time.
 */
export async function resolveFixAll(
  session: Session,
  place: Place,
  { rule, all }: FixAllData,
): Promise<FixPlan> {
  const { wiki } = place;
  if (all === 'wiki') await session.queue.runAll();
  const found = () => (all === 'page' ? diagnosticsOf(session, place) : allDiagnostics(session, wiki));
  return freshPlan(session, wiki, () => ofRule(found(), rule), likelyFix);
}

/** The safe fixes of a whole wiki. */
export const safePlan = (session: Session, wiki: OpenWiki): FixPlan =>
  freshPlan(session, wiki, () => allDiagnostics(session, wiki), safeFix);

/** Numbers are changed in bulk only where it is safe: an inferred one may be the author's point. */
const likelyFix: FixChoice = (fix, diagnostic) =>
  preferredFix(fix, diagnostic) && (fix.safe || !diagnostic.rule.startsWith('claims/'));

export const hasLikelyFix = (fix: Parameters<FixChoice>[0], diagnostic: Diagnostic): boolean =>
  likelyFix(fix, diagnostic);

const NO_FIXES: FixPlan = { edits: [], fixed: [] };

function freshPlan(
  session: Session,
  wiki: OpenWiki,
  diagnostics: () => readonly Diagnostic[],
  choice: FixChoice,
): FixPlan {
  const { host } = wiki;
  const fresh = freshEdits(
    host,
    () => {
      const writable = diagnostics().filter(({ path }) => host.pageFiles.isWritable(path));
      const plan = planFixes(host.wiki, allRules, writable, choice, host.schemaFile);
      return { plan, stale: host.takeOutdated(filesOf(plan.edits)) };
    },
    change => session.changed(wiki, change),
  );
  return fresh?.plan ?? NO_FIXES;
}

const diagnosticsOf = (session: Session, { wiki, path }: Place): readonly Diagnostic[] =>
  session.queue.now(wiki, path).diagnostics;

const allDiagnostics = (session: Session, wiki: OpenWiki): readonly Diagnostic[] =>
  [...session.queue.resultsOf(wiki).keys()].flatMap(path => diagnosticsOf(session, { wiki, path }));

const ofRule = (diagnostics: readonly Diagnostic[], rule: string): readonly Diagnostic[] =>
  diagnostics.filter(diagnostic => diagnostic.rule === rule);
