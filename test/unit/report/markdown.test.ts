import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  byteLength,
  code,
  codeBlock,
  escapeHtml,
  escapeMarkdown,
  fitSections,
  linkOrCode,
  markdownTable,
  mermaidText,
  truncateBytes,
} from '../../../src/report/markdown.ts';

/** Text as hostile as names and reasons can be: syntax of Markdown, HTML, Mermaid and workflow commands in any order. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '|',
        '`',
        '```',
        '\n',
        '\r\n',
        '\u2028',
        '::',
        '##[',
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
        '_',
        '~',
        '$',
        '@octocat',
        '<script>',
        '-->',
        '<!--',
        '%',
        ';',
        ':',
        '#',
        '\u001b[31m',
        '\u202e',
        '\u0000',
        'section',
        'end',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('escapeMarkdown', () => {
  test('leaves ordinary names alone', () => {
    expect(escapeMarkdown('AWS::Lambda::Function in eu-west-1 (CREATE_FAILED)')).toBe(
      'AWS::Lambda::Function in eu-west-1 (CREATE_FAILED)',
    );
  });

  test('makes references of what Markdown and HTML would read', () => {
    expect(escapeMarkdown('a|b `c` <img src=x> [l](u) _e_ \\')).toBe(
      'a&#124;b &#96;c&#96; &lt;img src=x&gt; &#91;l&#93;(u) &#95;e&#95; &#92;',
    );
  });

  test('leaves no address that would become a link by itself', () => {
    expect(escapeMarkdown('see https://x.example/a|b or WWW.y.example')).toBe(
      'see https:&#47;/x.example/a&#124;b or WWW&#46;y.example',
    );
  });

  test('no text opens a tag, code, link, table cell, mention or second line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[<>`|[\]\n\r\\*]|@\w/);
        expect(escaped.replace(/&(amp|lt|gt|quot|#\d+);/g, '')).not.toContain('&');
      }),
    );
  });

  test('a table keeps its number of cells whatever is in them', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const row = markdownTable(['a', 'b'], [[code(one), escapeMarkdown(two)]]).split('\n');
        expect(row).toHaveLength(3);
        expect(row[2]?.match(/\|/g)).toHaveLength(3);
      }),
    );
  });
});

describe('other escapes', () => {
  test('HTML text never opens a tag or an attribute', () => {
    fc.assert(fc.property(hostile, (text) => expect(escapeHtml(text)).not.toMatch(/[<>"']/)));
  });

  test('a code block ends only at its own fence', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = codeBlock(text).split('\n');
        const fence = lines[0] ?? '';
        expect(lines.slice(1, -1).some((line) => line.includes(fence))).toBe(false);
        expect(lines.at(-1)).toBe(fence);
      }),
    );
  });

  test('Mermaid text holds nothing that its lexer reads', () => {
    fc.assert(fc.property(hostile, (text) => expect(mermaidText(text)).not.toMatch(/[:;#%,"'`<>{}[\]\n|&\\]/)));
  });

  test('links are made of http and https URLs only', () => {
    expect(linkOrCode('https://x.example/a(b)?q=1', 'Url')).toBe('[Url](<https://x.example/a%28b%29?q=1>)');
    expect(linkOrCode('javascript:alert(1)')).toBe('<code>javascript:alert(1)</code>');
    expect(linkOrCode('https://x.example/"><script>')).toBe(
      '<code>https:&#47;/x.example/&quot;&gt;&lt;script&gt;</code>',
    );
    expect(linkOrCode('arn:aws:s3:::bucket')).toBe('<code>arn:aws:s3:::bucket</code>');
  });
});

describe('truncateBytes', () => {
  test('keeps within the limit and never cuts a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 40 }), (text, limit) => {
        // The sign of a broken character may itself be what was written.
        fc.pre(!text.includes('\ufffd'));
        const cut = truncateBytes(text, limit);
        expect(byteLength(cut)).toBeLessThanOrEqual(limit);
        expect(cut).not.toContain('\ufffd');
        if (byteLength(text) <= limit) expect(cut).toBe(text);
      }),
    );
  });
});

describe('fitSections', () => {
  const sections = [
    { forms: ['heading'], importance: 9 },
    { forms: ['x'.repeat(100), 'x'.repeat(10), ''], importance: 2 },
    { forms: ['y'.repeat(100), ''], importance: 1 },
  ] as const;

  test('leaves everything when it fits', () => {
    expect(fitSections(sections, 1000)).toBe(`heading\n\n${'x'.repeat(100)}\n\n${'y'.repeat(100)}\n`);
  });

  test('shortens what matters least, and no more than needed', () => {
    expect(fitSections(sections, 150)).toBe(`heading\n\n${'x'.repeat(100)}\n`);
    expect(fitSections(sections, 50)).toBe(`heading\n\n${'x'.repeat(10)}\n`);
    expect(fitSections(sections, 12)).toBe('heading\n');
  });

  test('never passes the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (limit) =>
        expect(byteLength(fitSections(sections, limit))).toBeLessThanOrEqual(limit),
      ),
    );
  });
});
