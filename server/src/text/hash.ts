import type { Span } from './span.ts';

/** FNV-1a over a part of a text, going on from `seed`; a whole number from 0 to 2³² − 1. */
export function hashOf(text: string, span: Span = { start: 0, end: text.length }, seed = 0): number {
  let hash = seed || 0x811c9dc5;
  for (let at = span.start; at < span.end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
