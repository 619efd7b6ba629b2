import { folderOf, isOutside, resolvePath } from './path.ts';

/** What a link's destination says, before anybody looks whether it is there. */
export type Destination =
  /** A web address, `mailto:` and the like, `wiki:finding`. */
  | { readonly kind: 'url' }
  /** Nothing at all: `[text]()`. */
  | { readonly kind: 'empty' }
  /** A wiki path, which may be the page itself, with the fragment percent-decoded and without its `#`. */
  | { readonly kind: 'path'; readonly path: string; readonly fragment?: string; readonly self: boolean }
  /** A path that leads out of the wiki's root. */
  | { readonly kind: 'outside'; readonly path: string };

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Reads the destination of a link in the page at `from`. */
export function readDestination(from: string, destination: string): Destination {
  if (destination === '') return { kind: 'empty' };
  if (SCHEME.test(destination)) return { kind: 'url' };
  const hash = destination.indexOf('#');
  const fragment = hash < 0 ? {} : { fragment: decode(destination.slice(hash + 1)) };
  const written = pathIn(destination);
  if (written === '') return { kind: 'path', path: from, self: true, ...fragment };
  const path = resolvePath(folderOf(from), written);
  if (isOutside(path)) return { kind: 'outside', path };
  return { kind: 'path', path: written.endsWith('/') ? `${path}/` : path, self: path === from, ...fragment };
}

/** The path that a destination gives: without query and fragment, percent-decoded, not yet resolved. */
export const pathIn = (destination: string): string => decode(destination.replace(/[#?].*$/s, ''));

/** Percent-decoding that leaves alone what is no valid encoding. */
export function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, part => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
  }
}

/** A path as it stands in a Markdown destination: what CommonMark or a URL would misread is percent-encoded. */
export function encodePath(path: string): string {
  return path.replace(/[\s%#?<>()[\]\\^`{|}"\0-\x1f\x7f]|&(?=#?\w+;)/g, char =>
    encodeURIComponent(char).replace(/[()]/g, c => (c === '(' ? '%28' : '%29')),
  );
}
