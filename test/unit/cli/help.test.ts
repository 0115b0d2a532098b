import { describe, expect, test } from '@jest/globals';
import { helpText } from '../../../src/cli/help.ts';
import { commands } from '../../../src/options/model.ts';

test('the list of commands says what each does, in one column', () => {
  const lines = helpText()
    .split('\n')
    .filter((line) => line.startsWith('  '));
  expect(lines).toHaveLength(commands.length);
  expect(new Set(lines.map((line) => line.search(/[A-Z]/))).size).toBe(1);
});

describe.each(commands)('--help of %s', (command) => {
  const lines = helpText(command).split('\n');
  const sentences = lines.filter((line) => line.startsWith('      '));

  test('describes its options in sentences that end once', () => {
    expect(sentences.length).toBeGreaterThan(3);
    for (const text of sentences) expect(text).toMatch(/[^.…]\.$/);
  });

  test('has no Markdown in it', () => expect(lines.join('\n')).not.toMatch(/`|\]\(/));
});
