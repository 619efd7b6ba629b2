/** Git's markers: all three must stand at the start of a line, in their order. */
export function hasConflictMarkers(text: string): boolean {
  if (!text.includes('<<<<<<< ')) return false;
  return /^<{7} [^]*?^={7}$[^]*?^>{7} /m.test(text.replaceAll('\r\n', '\n'));
}
