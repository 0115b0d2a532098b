import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import { compose } from '../../src/compose.ts';

test.each(['GITHUB_TOKEN', 'INPUT_GITHUB-TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_RUNTIME_TOKEN'])(
  'what a build prints of %s is masked, whether or not this program uses it',
  async (name) => {
    const seen: string[] = [];
    const told: string[] = [];
    const { context, close } = await compose({
      env: { [name]: 'secret-of-runner' },
      cwd: tmpdir(),
      renderers: [{ event: (event) => void (event.type === 'note' && seen.push(event.text)) }],
      signal: new AbortController().signal,
      nameOption: (option) => option,
      confirm: async () => false,
      prompt: async () => undefined,
      warn: (text) => void seen.push(text),
      onSecret: (value) => void told.push(value),
    });
    context.report({ type: 'note', level: 'info', text: 'env: secret-of-runner' });
    await close();
    expect([seen, told]).toEqual([['env: ***'], ['secret-of-runner']]);
  },
);
