import type { Diagnostic, Fix } from '../rules/rule.ts';
import { encloses } from '../text/span.ts';
import { isReadOnly } from '../wiki/schema/page-type.ts';
import type { Wiki } from '../wiki/wiki.ts';

/**
 * Silences one diagnostic by a comment at the end of its paragraph, list item or heading. Undefined where no comment
 * can stand: in front matter, in tables' files, in the YAML.
 */
export function suppressFix(wiki: Wiki, diagnostic: Diagnostic): Fix | undefined {
  const page = wiki.pages.get(diagnostic.path);
  if (!page || isReadOnly(wiki.schema, page.path) || diagnostic.rule.startsWith('suppression/'))
    return undefined;
  const blocks = wiki.sources.contentOf(page)?.prose.blocks ?? [];
  const block = blocks.find(({ span }) => encloses(span, diagnostic.span));
  if (!block) return undefined;
  return {
    title: `Ignore ${diagnostic.rule} here`,
    preferred: false,
    safe: false,
    edits: [
      {
        path: page.path,
        span: { start: block.span.end, end: block.span.end },
        newText: ` <!--lint ignore ${diagnostic.rule}-->`,
      },
    ],
  };
}
