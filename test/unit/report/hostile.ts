import fc from 'fast-check';
import { redactData } from '../../../src/report/reporter.ts';

/** Syntax of Markdown, HTML, Mermaid, expressions, terminals and workflow commands. */
const parts = [
  '|',
  '`',
  '```',
  '\n',
  '\r\n',
  '\u2028',
  '\t',
  '::',
  '##[',
  '##[group]x',
  '<',
  '>',
  '&',
  '"',
  "'",
  '[',
  ']',
  '(',
  ')',
  '\\',
  '*',
  '**',
  '_',
  '~~',
  '$',
  '$$',
  '${{ github.token }}',
  '${{',
  '}}',
  '@octocat',
  '@acme/team',
  '#1',
  'GH-1',
  'acme/orders#1',
  '<script>',
  '</details>',
  '<details>',
  '<!--',
  '-->',
  '<!-- sam-multi-region:plan -->',
  '![x](https://evil.example/x.png)',
  '[x](javascript:alert(1))',
  'https://evil.example/',
  'www.evil.example',
  'mailto:a@b.example',
  '::error::x',
  '::set-env name=PATH::/tmp',
  '::add-mask::x',
  '::stop-commands::x',
  '\n::error::x',
  '\n# x',
  '\n- x',
  '\n> x',
  '# ',
  '- ',
  '+ ',
  '* ',
  '1. ',
  '2) ',
  '> ',
  '---',
  '===',
  '    ',
  '| --- |',
  '%0A',
  ';',
  ':',
  '#',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '\u202e',
  '\u200b',
  '\u0000',
  'section',
  'end',
  '\ud800',
] as const;

/** Text as hostile as names, reasons and values can be. */
export const hostile = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...parts) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 12,
  })
  .map((all) => all.join(''));

/**
 * Data of the shape of events in which every text of other people's says the same: names, reasons, values, addresses.
 * What is ours (states, kinds, times) stays.
 */
export function saying<T>(data: T, text: string): T {
  return redactData(data, { add: () => true, redact: () => text });
}
