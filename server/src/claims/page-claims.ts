import type { ProseBlock } from '../markdown/prose.ts';
import { overlaps } from '../text/span.ts';
import { type Binding, bindingsOf } from './bindings.ts';
import { BlockMemory, type BlockVerdicts } from './block-memory.ts';
import { boundClaim, brokenBinding } from './bound-claim.ts';
import type { Claim, ClaimDiagnostic, ClaimsInput, PageClaims } from './claim.ts';
import { conflictsIn, type Statement, statementsOf } from './conflicts.ts';
import type { Fit } from './fit.ts';
import { mayHoldNumber } from './may-hold-number.ts';
import { mayBind } from './name-links.ts';
import { narrowedClauses } from './narrowing.ts';
import { PageSurroundings } from './page-surroundings.ts';
import { type Suspected, untrusted } from './page-trust.ts';
import { mayHavePart } from './part-over-whole.ts';
import type { Quantity } from './quantity.ts';
import type { Ranked } from './rank.ts';
import { Reading } from './reading.ts';
import { sentenceClaims } from './sentence-claims.ts';
import { mayBeOfColumn } from './symbol-columns.ts';
import { SentenceView } from './view.ts';

/**
 * The claims of a page and what is reported of them. Synchronous, the same for the same input, whatever `memory` holds from
 * earlier texts of the page; never throws.
 */
export function pageClaims(input: ClaimsInput, memory = new BlockMemory()): PageClaims {
  const page = new PageWalk(input, memory);
  for (const block of input.prose.blocks) page.block(block);
  memory.turn();
  return page.finish();
}

/** One walk over the page's blocks. A class only to hold what all blocks share and the lists that the walk fills. */
class PageWalk {
  private readonly input: ClaimsInput;
  private readonly memory: BlockMemory;
  private readonly page: PageSurroundings;
  private readonly claims: Claim[] = [];
  private readonly reports: (readonly Ranked[])[] = [];
  private readonly suspicions: Suspected[] = [];
  private readonly statements: Statement[] = [];

  constructor(input: ClaimsInput, memory: BlockMemory) {
    this.input = input;
    this.memory = memory;
    this.page = new PageSurroundings(input);
  }

  block(block: ProseBlock): void {
    if (!this.mayClaim(block)) return;
    const { claims, reports, suspicions, statements } = this.verdicts(block);
    this.claims.push(...claims);
    this.reports.push(...reports);
    this.suspicions.push(...suspicions);
    this.statements.push(...statements);
  }

  /** What a link binds depends on more than can be told apart by the block's text: such blocks are judged anew. */
  private verdicts(block: ProseBlock): BlockVerdicts {
    if (this.page.links.of(block).some(mayBind)) return this.judge(block, bindingsOf(block, this.input));
    if (block.kind === 'heading') return NO_VERDICTS;
    const tables = this.page.tablesFor(block);
    const key = this.page.keyOf(block, tables);
    return this.memory.recall(
      key,
      block,
      tables.map(({ table }) => table),
      () => this.judge(block, []),
    );
  }

  private judge(block: ProseBlock, bindings: readonly Binding[]): BlockVerdicts {
    if (block.kind === 'heading' && bindings.length === 0) return NO_VERDICTS;
    const reading = new Reading(block);
    const claims: Claim[] = [];
    const bySentence: (readonly Ranked[])[] = [];
    const suspicions: Suspected[] = [];
    const isPlain =
      !mayHavePart(block.text) &&
      reading.sentences.every(({ quantities }) =>
        quantities.every(quantity => quantity.noClaim !== undefined && !mayBeOfColumn(quantity)),
      );
    if (bindings.length === 0 && isPlain) return NO_VERDICTS;
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
        claims.push(result.claim);
        if (result.report) reports.push(result.report);
      }
      if (block.kind !== 'heading' && sentence.quantities.length > 0) {
        const narrow = inside.filter(binding => binding.kind === 'narrow');
        const parts =
          narrow.length > 0 ? narrowedClauses(reading, at, narrow) : [{ reading, at, narrowings: [] }];
        for (const part of parts) {
          const view = new SentenceView(part.reading, part.at, tables, subject, around, part.narrowings);
          const found = sentenceClaims(view, bound, agreeing);
          claims.push(...found.claims);
          reports.push(...found.reports);
          suspicions.push(...found.suspicions);
          agreeing.push(...found.agreeing);
        }
      }
      if (reports.length > 0) bySentence.push(reports);
    });
    return { claims, reports: bySentence, suspicions, statements: statementsOf(reading) };
  }

  /** A number, or a link that may be a broken binding: all other blocks need not be read. */
  private mayClaim(block: ProseBlock): boolean {
    const links = this.page.links.of(block);
    return mayHoldNumber(block, this.input.text, links) || links.some(mayBind);
  }

  finish(): PageClaims {
    const dropped = new Map(untrusted(this.claims, this.suspicions).map(claim => [claim.span.start, claim]));
    const found = this.reports.flatMap(reports =>
      worst(reports.filter(({ rule, span }) => rule !== 'claims/contradicted' || !dropped.has(span.start))),
    );
    const reported = new Set(found.map(({ span }) => span.start));
    const conflicts = conflictsIn(this.statements).filter(({ span }) => !reported.has(span.start));
    const claims = this.claims
      .map(claim => dropped.get(claim.span.start) ?? claim)
      .sort((a, b) => a.span.start - b.span.start);
    const count = (verdict: Claim['verdict']): number =>
      claims.filter(claim => claim.verdict === verdict).length;
    return {
      claims,
      diagnostics: [...found, ...conflicts].sort((a, b) => a.span.start - b.span.start),
      numbers: {
        found: claims.length,
        bound: claims.filter(claim => claim.bound).length,
        supported: count('supported'),
        contradicted: count('contradicted'),
        unverified: count('unverified'),
      },
    };
  }
}

const NO_VERDICTS: BlockVerdicts = { claims: [], reports: [], suspicions: [], statements: [] };

/** One sentence, one report. */
function worst(reports: readonly Ranked[]): ClaimDiagnostic[] {
  const [first] = [...reports].sort(
    (a, b) => a.rank - b.rank || b.score - a.score || a.span.start - b.span.start,
  );
  if (!first) return [];
  const { rank: _rank, score: _score, ...diagnostic } = first;
  return [diagnostic];
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
