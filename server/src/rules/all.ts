import { arithmetic } from './claims/arithmetic.ts';
import { boundValue } from './claims/bound-value.ts';
import { brokenBinding } from './claims/broken-binding.ts';
import { conflicting } from './claims/conflicting.ts';
import { contradicted } from './claims/contradicted.ts';
import { drifted } from './claims/drifted.ts';
import { unverified } from './claims/unverified.ts';
import { encodingFile } from './files/encoding.ts';
import { mergeConflictFile } from './files/merge-conflict.ts';
import { notTextFile } from './files/not-text.ts';
import { tooBigFile } from './files/too-big.ts';
import { unreadableFile } from './files/unreadable.ts';
import { dateInName } from './front-matter/date-in-name.ts';
import { invalidValue } from './front-matter/invalid-value.ts';
import { missingField } from './front-matter/missing-field.ts';
import { frontMatterSyntax } from './front-matter/syntax.ts';
import { unknownField } from './front-matter/unknown-field.ts';
import { barePath } from './links/bare-path.ts';
import { brokenAnchor } from './links/broken-anchor.ts';
import { brokenPage } from './links/broken-page.ts';
import { duplicateDefinition } from './links/duplicate-definition.ts';
import { missingRelation } from './links/missing-relation.ts';
import { notListedBack } from './links/not-listed-back.ts';
import { orphan } from './links/orphan.ts';
import { outsideWiki } from './links/outside-wiki.ts';
import { selfLink } from './links/self-link.ts';
import { undefinedReference } from './links/undefined-reference.ts';
import { unlinkedMention } from './links/unlinked-mention.ts';
import { unusedDefinition } from './links/unused-definition.ts';
import { wikilink } from './links/wikilink.ts';
import { wrongCase } from './links/wrong-case.ts';
import { wrongType } from './links/wrong-type.ts';
import { oneLens } from './review/one-lens.ts';
import { stale } from './review/stale.ts';
import { unsupported } from './review/unsupported.ts';
import type { Rule } from './rule.ts';
import { schemaBadPattern } from './schema/bad-pattern.ts';
import { schemaInvalid } from './schema/invalid.ts';
import { schemaSyntax } from './schema/syntax.ts';
import { schemaUnknownKey } from './schema/unknown-key.ts';
import { schemaUnusedGlob } from './schema/unused-glob.ts';
import { schemaVersion } from './schema/version.ts';
import { duplicateSource } from './sources/duplicate.ts';
import { sourceNotLinked } from './sources/not-linked.ts';
import { uncited } from './sources/uncited.ts';
import { urlMismatch } from './sources/url-mismatch.ts';
import { duplicateSection } from './structure/duplicate-section.ts';
import { emptySection } from './structure/empty-section.ts';
import { fileName } from './structure/file-name.ts';
import { missingSection } from './structure/missing-section.ts';
import { sectionOrder } from './structure/section-order.ts';
import { titleMismatch } from './structure/title-mismatch.ts';
import { unknownSection } from './structure/unknown-section.ts';
import { untypedPage } from './structure/untyped-page.ts';
import { wrongFolder } from './structure/wrong-folder.ts';
import { unknownSuppression } from './suppression/unknown.ts';
import { unusedSuppression } from './suppression/unused.ts';
import { ambiguousRowTable } from './tables/ambiguous-row.ts';
import { mixedUnitsTable } from './tables/mixed-units.ts';
import { raggedRowTable } from './tables/ragged-row.ts';
import { syntaxTable } from './tables/syntax.ts';

/** Every rule of the product, by group. Docs, settings, SARIF and tests are made from this list. */
export const allRules: readonly Rule[] = [
  missingSection,
  unknownSection,
  sectionOrder,
  duplicateSection,
  emptySection,
  titleMismatch,
  wrongFolder,
  fileName,
  untypedPage,
  frontMatterSyntax,
  missingField,
  invalidValue,
  unknownField,
  dateInName,
  brokenPage,
  brokenAnchor,
  wrongCase,
  wrongType,
  missingRelation,
  notListedBack,
  undefinedReference,
  unusedDefinition,
  duplicateDefinition,
  barePath,
  wikilink,
  unlinkedMention,
  selfLink,
  outsideWiki,
  orphan,
  boundValue,
  brokenBinding,
  contradicted,
  arithmetic,
  conflicting,
  drifted,
  unverified,
  uncited,
  sourceNotLinked,
  duplicateSource,
  urlMismatch,
  stale,
  oneLens,
  unsupported,
  schemaSyntax,
  schemaInvalid,
  schemaUnknownKey,
  schemaUnusedGlob,
  schemaBadPattern,
  schemaVersion,
  unusedSuppression,
  unknownSuppression,
  syntaxTable,
  raggedRowTable,
  ambiguousRowTable,
  mixedUnitsTable,
  unreadableFile,
  notTextFile,
  encodingFile,
  tooBigFile,
  mergeConflictFile,
];
