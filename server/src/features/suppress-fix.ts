import type { Diagnostic, Fix } from '../rules/rule.ts';
import { encloses } from '../text/span.ts';
import { isReadOnly } from '../wiki/schema/page-type.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** What stands for the reason until the author writes theirs. */
const REASON = 'the number is right';

/**
 * Silences one diagnostic by a comment at the end of its paragraph, list item or heading. Undefined where no comment
 * can stand: in front matter, in tables' files, in the YAML. A number is silenced with a reason, which the author is to give.
 */
export function suppressFix(wiki: Wiki, diagnostic: Diagnostic): Fix | undefined {
  const page = wiki.pages.get(diagnostic.path);
  if (!page || isReadOnly(wiki.schema, page.path) || diagnostic.rule.startsWith('suppression/'))
    return undefined;
  const blocks = wiki.sources.contentOf(page)?.prose.blocks ?? [];
  const block = blocks.find(({ span }) => encloses(span, diagnostic.span));
  if (!block) return undefined;
  const span = { start: block.span.end, end: block.span.end };
  const opening = ` <!--lint ignore ${diagnostic.rule}`;
  const common = { preferred: false, safe: false };
  if (!diagnostic.rule.startsWith('claims/')) {
    const title = `Ignore ${diagnostic.rule} here`;
    return { ...common, title, edits: [{ path: page.path, span, newText: `${opening}-->` }] };
  }
  const start = `${opening} -- `.length;
  const edit = {
    path: page.path,
    span,
    newText: `${opening} -- ${REASON}-->`,
    placeholder: { start, end: start + REASON.length },
  };
  return { ...common, title: `Ignore ${diagnostic.rule} here, with a reason`, edits: [edit] };
}
