import type { Link } from '../../markdown/facts.ts';
import { escapeLinkText } from '../link-text.ts';
import type { PathEdit } from './path-edit.ts';

/** The edit by which the text of a link follows a title; none where it said something else. */
export function* linkTextEdit(
  path: string,
  text: string,
  link: Link,
  was: string,
  now: string,
): Iterable<PathEdit> {
  if (link.text.trim() !== was || was === now) return;
  const escaped = escapeLinkText(now);
  if (link.kind !== 'inline' && link.kind !== 'reference') return;
  if (link.labelSpan === link.textSpan) {
    // `[Recall]` and `[Recall][]` are text and label at once; the label stays.
    const label = text.slice(link.textSpan.start, link.textSpan.end);
    yield { path, span: link.span, newText: `[${escaped}][${label}]` };
    return;
  }
  const source = text.slice(link.textSpan.start, link.textSpan.end);
  // Emphasis and the like around the title stays.
  const at = source.indexOf(was);
  const isOnce = at >= 0 && source.indexOf(was, at + 1) < 0;
  const start = link.textSpan.start + (isOnce ? at : 0);
  yield { path, span: { start, end: isOnce ? start + was.length : link.textSpan.end }, newText: escaped };
}
