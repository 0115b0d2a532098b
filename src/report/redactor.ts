import { code, escapeMarkdown } from './markdown.ts';

/** Removes registered secrets from text, in the forms in which they usually leak. */
export interface Redactor {
  /**
   * Registers a secret. Values under four characters are refused (false): taking every "on" or "1" out of a log would
   * hide the log and, by what is missing, tell the value.
   */
  add(value: string): boolean;
  redact(text: string): string;
}

export const MASK = '***';
const SHORTEST = 4;
/** Lines of a multi-line secret are secrets too (a private key printed line by line), unless they are mere punctuation. */
const SHORTEST_LINE = 8;

/** `onAdd` hears every new value, once: a runner can be told to mask it as well. */
export function createRedactor(options: { readonly onAdd?: (value: string) => void } = {}): Redactor {
  const known = new Set<string>();
  /** Forms by their first four characters, so that a text is read once however many secrets there are. */
  const forms = new Map<string, Set<string>>();

  const register = (form: string) => {
    if (form.length < SHORTEST) return;
    const start = form.slice(0, SHORTEST);
    forms.set(start, (forms.get(start) ?? new Set()).add(form));
  };

  const longestAt = (text: string, index: number): number => {
    let longest = 0;
    for (const form of forms.get(text.slice(index, index + SHORTEST)) ?? []) {
      if (form.length > longest && text.startsWith(form, index)) longest = form.length;
    }
    return longest;
  };

  return {
    add(value) {
      if (value.trim().length < SHORTEST) return false;
      if (known.has(value)) return true;
      known.add(value);
      // One that was read from a file has a line end that nobody prints with it.
      for (const form of [...formsOf(value), ...formsOf(value.trim())]) register(form);
      for (const line of value.split(/\r?\n/)) {
        if (line !== value && line.trim().length >= SHORTEST_LINE) formsOf(line.trim()).forEach(register);
      }
      options.onAdd?.(value);
      return true;
    },
    redact(text) {
      if (forms.size === 0 || text.length < SHORTEST) return text;
      let [out, copied, hiddenTo] = ['', 0, 0];
      for (let index = 0; index + SHORTEST <= text.length; index += 1) {
        const length = longestAt(text, index);
        if (length === 0) continue;
        // Secrets may overlap in a text: what they cover together is hidden as one.
        if (index >= hiddenTo) out += (hiddenTo > 0 ? MASK : '') + text.slice(copied, index);
        hiddenTo = Math.max(hiddenTo, index + length);
        copied = hiddenTo;
      }
      return hiddenTo === 0 ? text : out + MASK + text.slice(copied);
    },
  };
}

function formsOf(value: string): ReadonlySet<string> {
  const json = JSON.stringify(value).slice(1, -1);
  const url = encodeURIComponent(value.toWellFormed());
  return new Set([
    value,
    json,
    JSON.stringify(json).slice(1, -1),
    url,
    url.replaceAll('%20', '+'),
    url.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
    // Stricter encoders (AWS signatures) also escape these.
    url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`),
    ...base64Forms(value),
    // As comments and summaries show it.
    escapeMarkdown(value),
    code(value).slice('<code>'.length, -'</code>'.length),
  ]);
}

/** Base64 of the value alone, and the part that is the same wherever it stands inside a longer encoded text. */
function base64Forms(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const whole = bytes.toString('base64');
  const inner = [0, 1, 2].map((shift) => {
    const first = (3 - shift) % 3;
    const end = first + Math.floor((bytes.length - first) / 3) * 3;
    return bytes.subarray(first, end).toString('base64');
  });
  const all = [whole, whole.replace(/=+$/, ''), ...inner.filter((text) => text.length >= 8)];
  return [...all, ...all.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}
