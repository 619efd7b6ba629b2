import { readDelimited } from './delimited.ts';

const CANDIDATES = [',', '\t', ';', '|'] as const;

/** How much of the file is looked at. */
const SAMPLE_CHARACTERS = 20_000;
const SAMPLE_RECORDS = 40;

/**
 * The delimiter under which most records have as many fields as the first one; more fields win between equals.
 * `preferred`, which the file's ending suggests, holds wherever it splits the file evenly.
 */
export function delimiterOf(text: string, preferred: string): string {
  const cut = text.length > SAMPLE_CHARACTERS ? text.lastIndexOf('\n', SAMPLE_CHARACTERS) + 1 : text.length;
  const sample = text.slice(0, cut || SAMPLE_CHARACTERS);
  let best = preferred;
  let bestScore = 0;
  for (const candidate of [preferred, ...CANDIDATES.filter(other => other !== preferred)]) {
    const score = evenness(sample, candidate);
    if (candidate === preferred && score === 1) return candidate;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** Share of the records that have as many fields as the first; 0 where that is a single field. */
function evenness(sample: string, delimiter: string): number {
  if (!sample.includes(delimiter)) return 0;
  const { records } = readDelimited(sample, delimiter, SAMPLE_RECORDS);
  const width = records[0]?.length ?? 0;
  if (width < 2) return 0;
  return records.filter(record => record.length === width).length / records.length;
}
