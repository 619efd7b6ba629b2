import type { FieldValue } from '../../markdown/facts.ts';
import type { Span } from '../../text/span.ts';

/**
 * Puts one more value behind the last of a field: in its brackets, as the next line of its list, or with brackets around
 * both where there was one without a list. `written` is YAML.
 */
export function addValue(
  text: string,
  value: FieldValue,
  written: string,
): { readonly span: Span; readonly newText: string } {
  const { items, span } = value;
  const last = items?.at(-1);
  const own = text.slice(span.start, span.end);
  if (!last) return { span, newText: own.trim() === '' || items ? `[${written}]` : `[${own}, ${written}]` };
  const end = { start: last.span.end, end: last.span.end };
  if (own.startsWith('[')) return { span: end, newText: `, ${written}` };
  const lineStart = text.lastIndexOf('\n', last.span.start) + 1;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { span: end, newText: `${newline}${text.slice(lineStart, last.span.start)}${written}` };
}
