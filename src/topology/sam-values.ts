/**
 * The texts that `sam deploy` takes for parameters and tags, as it reads them: `Key=Value Key2="two words"` and
 * `ParameterKey=Key,ParameterValue=Value`. Source: aws-sam-cli, samcli/cli/types.py (CfnParameterOverridesType, CfnTags).
 */

/** A value: in double quotes, in single quotes, or up to the next delimiter; a backslash keeps the next character. */
const VALUE = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:\\.|[^ "\\])+`;
const KEY = `[A-Za-z0-9"']+`;
const LONG_FORM = new RegExp(`ParameterKey=(${KEY}),ParameterValue=(${VALUE})`, 'g');
const SHORT_FORM = new RegExp(` (${KEY})=(${VALUE})`, 'g');
const TAG = new RegExp(String.raw` ("(?:\\.|[^"\\])*"|[^ ="]+)=(${VALUE})`, 'g');

/** Undefined when the text has neither form. As SAM does: the long form counts where there is one. */
export function parseParameterOverrides(text: string): Readonly<Record<string, string>> | undefined {
  const padded = ` ${text.trim()}`;
  const long = pairs(LONG_FORM, padded);
  const found = long.length > 0 ? long : pairs(SHORT_FORM, padded);
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** `Key=Value Key2=Value2`, values may hold `=`. */
export function parseTags(text: string): Readonly<Record<string, string>> | undefined {
  const single = /^([^ ="]+)=([^="]*)$/.exec(text.trim());
  if (single) return { [single[1] ?? '']: single[2] ?? '' };
  const found = pairs(TAG, ` ${text.trim()}`);
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function pairs(form: RegExp, text: string): (readonly [string, string])[] {
  return [...text.matchAll(form)].map(([, key = '', value = '']) => [unquote(key), unquote(value)] as const);
}

/** Wrapping quotes and the backslashes of SAM's escapes taken off. */
export function unquote(text: string): string {
  const quote = text[0];
  const inner = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text;
  return inner.replaceAll('\\ ', ' ').replaceAll('\\"', '"').replaceAll("\\'", "'");
}
