import type { InitializationOptions } from '../protocol.ts';
import { severityOverridesOf } from '../rule-settings.ts';
import type { Session } from '../session.ts';

/** `workspace/didChangeConfiguration` with `{ settings: { researchWiki: … } }`; what is absent stays as it was. */
export function handleConfiguration(session: Session): void {
  session.connection.onDidChangeConfiguration(({ settings }) => {
    const ours = (
      settings as { researchWiki?: Pick<InitializationOptions, 'rules' | 'vscodeMarkdown'> } | null
    )?.researchWiki;
    if (!ours) return;
    if (ours.rules) session.queue.overrides = severityOverridesOf(ours.rules);
    if (ours.vscodeMarkdown) session.published.vscodeMarkdown = ours.vscodeMarkdown;
    session.queue.markAll(session.wikis.all());
  });
}
