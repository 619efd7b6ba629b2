import type { InitializationOptions } from '../protocol.ts';
import { severityOverridesOf } from '../rule-settings.ts';
import type { Session } from '../session.ts';
import { refreshInlayHints } from './inlay-hint.ts';

/** `workspace/didChangeConfiguration` with `{ settings: { researchWiki: … } }`; what is absent stays as it was. */
export function handleConfiguration(session: Session): void {
  session.connection.onDidChangeConfiguration(({ settings }) => {
    const ours = (
      settings as {
        researchWiki?: Pick<
          InitializationOptions,
          'rules' | 'vscodeMarkdown' | 'codeLens' | 'fillNewPages' | 'inlayHints'
        >;
      } | null
    )?.researchWiki;
    if (!ours) return;
    if (ours.rules) session.queue.overrides = severityOverridesOf(ours.rules);
    if (ours.vscodeMarkdown) session.published.vscodeMarkdown = ours.vscodeMarkdown;
    if (ours.fillNewPages !== undefined) session.fillNewPages = ours.fillNewPages;
    if (ours.inlayHints) {
      session.inlayHints = ours.inlayHints;
      refreshInlayHints(session);
    }
    if (ours.codeLens) {
      session.codeLens = ours.codeLens;
      session.lenses.soon();
    }
    session.queue.markAll(session.wikis.all());
  });
}
