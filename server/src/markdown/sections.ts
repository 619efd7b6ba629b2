import type { Heading, Section } from './facts.ts';

/** A line of white space, or a list marker with nothing behind it. */
const BLANK = /^[ \t]*(?:[-*+]|\d{1,9}[.)])?[ \t]*$/;

/** Sections from the headings that stand at the top level of the page, in source order. */
export function sectionsOf(headings: readonly Heading[], text: string): readonly Section[] {
  const open: number[] = [];
  const parents: number[] = [];
  const ends: number[] = headings.map(() => text.length);
  headings.forEach((heading, index) => {
    while (open.length > 0 && headings[open.at(-1)!]!.depth >= heading.depth) {
      ends[open.pop()!] = heading.span.start;
    }
    parents.push(open.at(-1) ?? -1);
    open.push(index);
  });
  return headings.map((heading, index) => {
    const end = ends[index]!;
    const bodyEnd = headings[index + 1]?.span.start ?? text.length;
    return {
      heading,
      span: { start: heading.span.start, end },
      bodySpan: { start: heading.span.end, end: bodyEnd },
      empty: isEmpty(text.slice(heading.span.end, end)),
      parent: parents[index]!,
    };
  });
}

/** A section that has a subsection is not empty; comments count as nothing. */
function isEmpty(content: string): boolean {
  if (content.length > 2000) return false;
  return content
    .replace(/<!--[^]*?-->/g, '')
    .split(/\r?\n/)
    .every(line => BLANK.test(line));
}
