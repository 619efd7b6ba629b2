import { arithmetic } from './claims/arithmetic.ts';
import { boundValue } from './claims/bound-value.ts';
import { brokenBinding } from './claims/broken-binding.ts';
import { conflicting } from './claims/conflicting.ts';
import { contradicted } from './claims/contradicted.ts';
import { unverified } from './claims/unverified.ts';
import { encodingFile } from './files/encoding.ts';
import { mergeConflictFile } from './files/merge-conflict.ts';
import { notTextFile } from './files/not-text.ts';
import { tooBigFile } from './files/too-big.ts';
import { unreadableFile } from './files/unreadable.ts';
import { brokenAnchor } from './links/broken-anchor.ts';
import { brokenPage } from './links/broken-page.ts';
import { duplicateDefinition } from './links/duplicate-definition.ts';
import { missingRelation } from './links/missing-relation.ts';
import { notListedBack } from './links/not-listed-back.ts';
import { outsideWiki } from './links/outside-wiki.ts';
import { undefinedReference } from './links/undefined-reference.ts';
import { wrongCase } from './links/wrong-case.ts';
import { wrongType } from './links/wrong-type.ts';
import type { Rule } from './rule.ts';
import { unknownSuppression } from './suppression/unknown.ts';
import { unusedSuppression } from './suppression/unused.ts';
import { ambiguousRowTable } from './tables/ambiguous-row.ts';
import { mixedUnitsTable } from './tables/mixed-units.ts';
import { raggedRowTable } from './tables/ragged-row.ts';
import { syntaxTable } from './tables/syntax.ts';

/** Every rule of the product, by group. Docs, settings, SARIF and tests are made from this list. */
export const allRules: readonly Rule[] = [
  brokenPage,
  brokenAnchor,
  wrongCase,
  wrongType,
  missingRelation,
  notListedBack,
  undefinedReference,
  duplicateDefinition,
  outsideWiki,
  boundValue,
  brokenBinding,
  contradicted,
  arithmetic,
  conflicting,
  unverified,
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
