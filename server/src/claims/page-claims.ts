import type { ProseBlock } from '../markdown/prose.ts';
import { gfmTable } from '../tables/gfm.ts';
import type { Table } from '../tables/table.ts';
import { overlaps } from '../text/span.ts';
import { type Binding, bindingsOf } from './bindings.ts';
import { boundClaim, brokenBinding } from './bound-claim.ts';
import type { Claim, ClaimDiagnostic, ClaimsInput, PageClaims, ReachableTable } from './claim.ts';
import { conflictsIn } from './conflicts.ts';
import type { Surroundings } from './context.ts';
import type { Fit } from './fit.ts';
import { narrowedClauses } from './narrowing.ts';
import type { Quantity } from './quantity.ts';
import type { Ranked } from './rank.ts';
import { readingOf } from './reading.ts';
import { ScopeFinder } from './scope.ts';
import { type ScopedTable, scoped, tableTitle } from './scoped.ts';
import { sentenceClaims } from './sentence-claims.ts';
import { sentenceView } from './view.ts';
import { type Word, wordsOf } from './words.ts';

/** The claims of a page and what is reported of them. Pure, synchronous, the same for the same input; never throws. */
export function pageClaims(input: ClaimsInput): PageClaims {
  const page = new PageWalk(input);
  for (const block of input.prose.blocks) page.block(block);
  return page.finish();
}

/** One walk over the page's blocks. A class only to hold what all blocks share and the lists that the walk fills. */
class PageWalk {
  private readonly input: ClaimsInput;
  private readonly scopes: ScopeFinder;
  private readonly ownSections: ReadonlyMap<Table, number>;
  private readonly title: readonly Word[];
  private readonly caption: readonly Word[];
  private readonly subject: ReadonlySet<string>;
  private readonly claims: Claim[] = [];
  private readonly diagnostics: ClaimDiagnostic[] = [];

  constructor(input: ClaimsInput) {
    this.input = input;
    const own = input.prose.tables.map(
      (table): ReachableTable => ({ path: input.path, table: gfmTable(table, input.facts.lineStarts) }),
    );
    this.scopes = new ScopeFinder(input, own);
    this.ownSections = new Map(own.map(({ table }, index) => [table, input.prose.tables[index]!.section]));
    const caption = input.facts.frontMatter?.data.caption;
    this.title = wordsOf(input.title);
    this.caption = typeof caption === 'string' ? wordsOf(caption) : [];
    this.subject = new Set([...this.title, ...this.caption].map(word => word.norm));
  }

  block(block: ProseBlock): void {
    const bindings = bindingsOf(block, this.input);
    if (block.kind === 'heading' && bindings.length === 0) return;
    const reading = readingOf(block);
    if (
      bindings.length === 0 &&
      reading.sentences.every(sentence =>
        sentence.quantities.every(quantity => quantity.noClaim !== undefined),
      )
    )
      return;
    const tables = this.scopes
      .of(block)
      .flatMap((level, index) =>
        level
          .filter(({ table }) => table.rows.length > 0)
          .map(table => scoped(table, index, this.isClose(table, block))),
      );
    const around = this.surroundings(block);
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
        const view = sentenceView(part.reading, part.at, tables, this.subject, around, part.narrowings);
        const found = sentenceClaims(view, bound, agreeing);
        this.claims.push(...found.claims);
        reports.push(...found.reports);
        agreeing.push(...found.agreeing);
      }
      this.report(reports);
    });
  }

  finish(): PageClaims {
    const reported = new Set(this.diagnostics.map(({ span }) => span.start));
    const conflicts = conflictsIn(this.input.prose).filter(({ span }) => !reported.has(span.start));
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

  /** The page's own tables speak for the sections that they stand in, and for those within and around. */
  private isClose({ path, table }: ReachableTable, block: ProseBlock): boolean {
    if (table.format !== 'gfm' || path !== this.input.path) return true;
    const section = this.ownSections.get(table) ?? -1;
    return this.isWithin(block.section, section) || this.isWithin(section, block.section);
  }

  /** True when `inner` is `outer` or lies in it; the title's section, which holds everything, counts only for itself. */
  private isWithin(inner: number, outer: number): boolean {
    const { sections } = this.input.facts;
    for (let at = inner; at >= 0; at = sections[at]!.parent) {
      if (at === outer) return at === inner || sections[at]!.heading.depth > 1;
    }
    return inner === outer;
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

  /** What stands around a sentence and may name its rows and columns: the table's own title, the caption, the headings above, the page's title. */
  private surroundings(block: ProseBlock): (table: ScopedTable) => readonly Surroundings[] {
    const { sections } = this.input.facts;
    const headings: Surroundings[] = [];
    let weight = 0.4;
    for (let at = block.section; at >= 0; at = sections[at]!.parent) {
      headings.push({ words: wordsOf(sections[at]!.heading.text), weight });
      weight = Math.min(weight, 0.25);
    }
    const common = [...headings, { words: this.caption, weight: 0.35 }, { words: this.title, weight: 0.25 }];
    const byTable = new Map<Table, readonly Surroundings[]>();
    return ({ path, table }) => {
      let all = byTable.get(table);
      if (!all)
        byTable.set(
          table,
          (all =
            table.title === undefined
              ? common
              : [...common, { words: wordsOf(tableTitle(path, table)), weight: 0.2 }]),
        );
      return all;
    };
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
