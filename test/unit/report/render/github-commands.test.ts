import { describe, expect, test } from '@jest/globals';
import { logLines, maskCommands, workflowCommand } from '../../../../src/report/render/github-commands.ts';

describe('workflow commands', () => {
  test('escape their properties and message as the runner reads them', () => {
    expect(
      workflowCommand('error', { file: 'a,b:c%.yaml', line: 3, col: undefined, title: 'x\ny' }, '50%\r\nnext'),
    ).toBe('::error file=a%2Cb%3Ac%25.yaml,line=3,title=x y::50%25%0D%0Anext');
  });

  test('have no properties when there are none', () => {
    expect(workflowCommand('endgroup', {}, '')).toBe('::endgroup::');
  });

  test('mask each line of a secret, blank ones left out', () => {
    expect(maskCommands('one%\n\n two')).toEqual(['::add-mask::one%25', '::add-mask:: two']);
  });
});

describe('logLines', () => {
  test.each([
    ['::error::x', '| ::error::x'],
    ['  ::error::x', '|   ::error::x'],
    ['\u200b::error::x', '| ::error::x'],
    ['a ##[error]x', 'a ## [error]x'],
    ['a :: b', 'a :: b'],
    ['\u001b[31mred\u001b[39m \u001b[2Jgone', '\u001b[31mred\u001b[39m gone'],
  ])('%j becomes %j', (text, safe) => {
    expect(logLines(text)).toEqual([safe]);
  });
});
