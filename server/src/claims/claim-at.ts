import { contains } from '../text/span.ts';
import type { Claim, PageClaims } from './claim.ts';

/** The claim under a page offset, or undefined. */
export const claimAt = (claims: PageClaims, offset: number): Claim | undefined =>
  claims.claims.find(claim => contains(claim.span, offset));
