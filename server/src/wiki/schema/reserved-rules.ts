/**
 * Rules that are spoken for: a wiki may set them before the program that reads its YAML runs them, as it may be read by
 * an older program than the one it was written for.
 */
export const RESERVED_RULES: readonly string[] = ['review/stale', 'review/one-lens', 'review/unsupported'];
