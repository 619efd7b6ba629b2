const SIGNS: Readonly<Record<string, string>> = { '+': 'plus', '-': 'minus', '−': 'minus', '′': 'prime' };

/**
 * The form in which a cell or a header stands in a cell anchor: `5%` gives `5-pct`, `Qwen2.5-7B` gives
 * `qwen2.5-7b`, `−0.5` gives `minus-0.5`, `1,234` gives `1-234`. Empty when nothing is left.
 */
export function slugOf(text: string): string {
  const plain = text.normalize('NFC').toLowerCase().trim();
  const first = plain[0] ?? '';
  const last = plain.at(-1) ?? '';
  let body = plain;
  let before = '';
  let after = '';
  if (first in SIGNS) {
    before = `${SIGNS[first]!}-`;
    body = body.slice(1);
  }
  if (body.length > 0 && last in SIGNS) {
    after = `-${SIGNS[last]!}`;
    body = body.slice(0, -1);
  }
  return `${before}${body.replaceAll('%', ' pct ')}${after}`
    .replace(/[^\p{L}\p{M}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Slugs of the headers, each once. A header of that name to the left takes the plain slug, the next one `-2` and
 * so on; a column without a header is `column-3`, counted from 1.
 */
export function columnSlugs(headers: readonly string[]): readonly string[] {
  const plain = headers.map((header, index) => slugOf(header) || `column-${index + 1}`);
  const taken = new Set(plain);
  const used = new Set<string>();
  return plain.map(slug => {
    let name = slug;
    for (let count = 2; used.has(name); count++) {
      const candidate = `${slug}-${count}`;
      if (!used.has(candidate) && (candidate === slug || !taken.has(candidate))) name = candidate;
    }
    used.add(name);
    return name;
  });
}
