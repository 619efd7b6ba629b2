import { escapeHtml } from './html.ts';

/**
 * A note that the style sheet shows while the pointer or the focus is on what it stands in. It is no part of that
 * element's own text; `id` names its message, for `aria-describedby`.
 */
export function noteHtml(id: string, message: string, more = ''): string {
  return (
    '<span class="research-wiki-note" role="tooltip" aria-hidden="true">' +
    `<span id="${escapeHtml(id)}">${escapeHtml(message)}</span>${more}</span>`
  );
}
