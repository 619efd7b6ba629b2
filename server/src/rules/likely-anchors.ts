import type { PageFacts } from '../markdown/facts.ts';
import { editDistance, spellingLimit } from '../text/distance.ts';
import { tokenOverlap } from './token-overlap.ts';

/** An anchor that may have been meant. */
export interface LikelyAnchor {
  readonly anchor: string;
  /** 0 to about 6; above `SURE_ANCHOR` a reader would want to look. */
  readonly doubt: number;
}

export const SURE_ANCHOR = 4.5;

/**
 * Anchors of a page that a missing one may have meant, likeliest first: misspelt, of a heading that has another number
 * now, or of one that was reworded. `text` is that of the link, which often is the heading's.
 */
export function likelyAnchors(facts: PageFacts, wanted: string, text: string): readonly LikelyAnchor[] {
  const named = new Map<string, string>();
  for (const { slug, text: heading } of facts.headings) if (slug !== '') named.set(slug, heading);
  for (const id of facts.htmlIds) if (!named.has(id)) named.set(id, id);
  const lower = wanted.toLowerCase();
  return [...named]
    .flatMap(([anchor, heading]) => {
      const doubts = [doubtOfSlug(lower, anchor.toLowerCase()), doubtOfText(text, heading)].filter(
        doubt => doubt !== undefined,
      );
      if (doubts.length === 0) return [];
      return [{ anchor, doubt: Math.min(...doubts) - (doubts.length === 2 ? 0.6 : 0) }];
    })
    .sort((a, b) => a.doubt - b.doubt);
}

function doubtOfSlug(wanted: string, anchor: string): number | undefined {
  if (bare(wanted) === bare(anchor)) return 0.5;
  const limit = spellingLimit(wanted);
  const distance = editDistance(wanted, anchor, limit);
  if (distance <= limit) return 1 + (2 * distance) / (limit + 1);
  const overlap = tokenOverlap(wanted, anchor);
  return overlap >= 0.4 ? 3 + 2 * (1 - overlap) : undefined;
}

function doubtOfText(text: string, heading: string): number | undefined {
  if (text.trim().toLowerCase() === heading.toLowerCase()) return 1;
  const overlap = tokenOverlap(text, heading);
  return overlap >= 0.6 ? 3.5 + 2 * (1 - overlap) : undefined;
}

/** A slug without the number of its section, and without that of a repeated heading. */
const bare = (slug: string): string =>
  slug
    .replace(/^(?:\d+-+)+/, '')
    .replace(/-\d+$/, '')
    .replace(/-+/g, '-');
