import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { writeApplication } from '../../../bench/application.ts';

test('an application that others have changed since goes back to what somebody deployed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const { change, use } = await writeApplication(folder);
    const code = (): Promise<string> => readFile(join(folder, 'HelloFunction', 'app.mjs'), 'utf8');
    const mine = await change();
    const deployed = await code();
    await change();
    expect(await code()).not.toBe(deployed);
    await use(mine);
    expect(await code()).toBe(deployed);
  } finally {
    await rm(folder, { recursive: true });
  }
});
