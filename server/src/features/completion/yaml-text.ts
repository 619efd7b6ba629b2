/** A text that YAML reads as it stands, in a list too. */
const PLAIN = /^[\p{L}\p{N}_./~][\p{L}\p{N} _./()+%-]*$/u;
/** What YAML would take for something else than a text. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|~|[-+.]?\d.*)$/i;

/** A value as it is written in the front matter, `quote` being the mark that stands before it already. */
export function yamlText(value: unknown, quote: '"' | "'" | ''): string {
  const text = String(value);
  if (quote === "'") return text.replaceAll("'", "''");
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  if (typeof value !== 'string' || /^\d{4}-\d\d-\d\d$/.test(text)) return text;
  return PLAIN.test(text) && !NO_TEXT.test(text) && text === text.trim() ? text : JSON.stringify(text);
}
