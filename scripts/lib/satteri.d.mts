/** For what is written in TypeScript; see satteri.mjs. */
export function targetOfThisMachine(): string | undefined;
