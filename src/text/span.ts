/** Half-open range `[start, end)` in UTF-16 code units of the text it belongs to. */
export interface Span {
  start: number;
  end: number;
}

/** The text under a span, verbatim. */
export const surfaceOf = (text: string, span: Span): string => text.slice(span.start, span.end);

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
