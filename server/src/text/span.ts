/** Half-open range of UTF-16 offsets into one file's text: `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A cursor right behind the last character still counts as inside. */
export const contains = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** True when `inner` lies wholly within `outer`. */
export const encloses = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True when the two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
