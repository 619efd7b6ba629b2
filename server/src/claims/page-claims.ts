import type { ProseBlock } from '../markdown/prose.ts';
import { overlaps } from '../text/span.ts';
import { type Binding, bindingsOf } from './bindings.ts';
import { boundClaim, brokenBinding } from './bound-claim.ts';
import type { Claim, ClaimDiagnostic, ClaimsInput, PageClaims } from './claim.ts';
import { conflictsIn } from './conflicts.ts';
import type { Fit } from './fit.ts';
import { narrowedClauses } from './narrowing.ts';
import { PageSurroundings } from './page-surroundings.ts';
import type { Quantity } from './quantity.ts';
import type { Ranked } from './rank.ts';
import { mayHoldNumber, Reading } from './reading.ts';
import { sentenceClaims } from './sentence-claims.ts';
import { sentenceView } from './view.ts';

/** The claims of a page and what is reported of them. Pure, synchronous, the same for the same input; never throws. */
export function pageClaims(input: ClaimsInput): PageClaims {
  const page = new PageWalk(input);
  for (const block of input.prose.blocks) page.block(block);
  return page.finish();
}

/** One walk over the page's blocks. A class only to hold what all blocks share and the lists that the walk fills. */
class PageWalk {
  private readonly input: ClaimsInput;
  private readonly page: PageSurroundings;
  private readonly readings = new Map<ProseBlock, Reading>();
  private readonly claims: Claim[] = [];
  private readonly diagnostics: ClaimDiagnostic[] = [];

  constructor(input: ClaimsInput) {
    this.input = input;
    this.page = new PageSurroundings(input);
  }

  block(block: ProseBlock): void {
    if (!this.mayClaim(block)) return;
    const bindings = bindingsOf(block, this.input);
    if (block.kind === 'heading' && bindings.length === 0) return;
    const reading = this.readingOf(block);
    if (
      bindings.length === 0 &&
      reading.sentences.every(sentence =>
        sentence.quantities.every(quantity => quantity.noClaim !== undefined),
      )
    )
      return;
    const tables = this.page.tablesFor(block);
    const around = this.page.around(block);
    const subject = (): ReadonlySet<string> => this.page.subject();
    const agreeing: Fit[] = [];
    reading.sentences.forEach((sentence, at) => {
      const inside = bindings.filter(binding =>
        overlaps(placeOf(binding, block), { start: sentence.start, end: sentence.end }),
      );
      const reports: Ranked[] = [];
      const bound: Quantity[] = [];
      for (const binding of inside) {
        if (binding.kind === 'broken') reports.push(brokenBinding(binding));
        if (binding.kind !== 'number' && binding.kind !== 'count') continue;
        const result = boundClaim(block, binding, sentence.quantities);
        if (result.quantity) bound.push(result.quantity);
        this.claims.push(result.claim);
        if (result.report) reports.push(result.report);
      }
      const narrow = inside.filter(binding => binding.kind === 'narrow');
      const parts =
        narrow.length > 0 ? narrowedClauses(reading, at, narrow) : [{ reading, at, narrowings: [] }];
      for (const part of block.kind === 'heading' ? [] : parts) {
        const view = sentenceView(part.reading, part.at, tables, subject, around, part.narrowings);
        const found = sentenceClaims(view, bound, agreeing);
        this.claims.push(...found.claims);
        reports.push(...found.reports);
        agreeing.push(...found.agreeing);
      }
      this.report(reports);
    });
  }

  /** The blocks in which the page itself says something with numbers. */
  private statingReadings(): Reading[] {
    return this.input.prose.blocks
      .filter(block => block.kind !== 'heading' && block.kind !== 'block-quote')
      .filter(block => mayHoldNumber(block, this.input.text))
      .map(block => this.readingOf(block));
  }

  private readingOf(block: ProseBlock): Reading {
    let reading = this.readings.get(block);
    if (!reading) this.readings.set(block, (reading = new Reading(block)));
    return reading;
  }

  /** A number, or a link that may be a broken binding: all other blocks need not be read. */
  private mayClaim(block: ProseBlock): boolean {
    return (
      mayHoldNumber(block, this.input.text) ||
      this.page.links
        .of(block)
        .some(({ destination }) => destination.startsWith('wiki:') || destination.includes('#'))
    );
  }

  finish(): PageClaims {
    const reported = new Set(this.diagnostics.map(({ span }) => span.start));
    const conflicts = conflictsIn(this.statingReadings()).filter(({ span }) => !reported.has(span.start));
    const claims = this.claims.sort((a, b) => a.span.start - b.span.start);
    const count = (verdict: Claim['verdict']): number =>
      claims.filter(claim => claim.verdict === verdict).length;
    return {
      claims,
      diagnostics: [...this.diagnostics, ...conflicts].sort((a, b) => a.span.start - b.span.start),
      numbers: {
        found: claims.length,
        bound: claims.filter(claim => claim.bound).length,
        supported: count('supported'),
        contradicted: count('contradicted'),
        unverified: count('unverified'),
      },
    };
  }

  /** One sentence, one report. */
  private report(reports: readonly Ranked[]): void {
    const [first] = [...reports].sort(
      (a, b) => a.rank - b.rank || b.score - a.score || a.span.start - b.span.start,
    );
    if (!first) return;
    const { rank: _rank, score: _score, ...diagnostic } = first;
    this.diagnostics.push(diagnostic);
  }
}

/** Where a binding stands in its block's text. */
function placeOf(binding: Binding, block: ProseBlock): { start: number; end: number } {
  switch (binding.kind) {
    case 'number':
    case 'count':
      return binding.number;
    case 'narrow':
      return binding.at;
    case 'broken': {
      const link = block.links.find(
        ({ link }) =>
          link.fragmentSpan?.start === binding.span.start ||
          link.destinationSpan.start === binding.span.start,
      );
      return link ?? { start: 0, end: 0 };
    }
  }
}
