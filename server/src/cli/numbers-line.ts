import type { NumberCounts } from '../host/check-wiki.ts';
import { count } from '../rules/words.ts';

/** `12 numbers: 9 agree (8 bound), 1 contradicted, 2 not checked`. */
export const numbersLine = ({ found, supported, bound, contradicted, unverified }: NumberCounts): string =>
  found === 0
    ? 'no numbers to check'
    : `${count(found, 'number')}: ${supported} agree (${bound} bound), ${contradicted} contradicted, ${unverified} not checked`;
