import { CreateFunctionCommand, InvokeCommand, LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { zip } from '../support/zip.ts';
import { useEmulator } from './emulator/room.ts';
import { clientConfig } from './emulator/testing.ts';

const { emulator } = useEmulator();
let lambda: LambdaClient;
/** More calls than there are threads in the emulator before it does something about it. */
const CALLS = 100;

/** It starts in half a second, and tells which environment answers. */
const code = (release: string) =>
  zip([
    {
      name: 'index.py',
      content: `import os, time\ntime.sleep(0.5)\ndef handler(event, context):\n    return f"${release} {os.getpid()}"\n`,
    },
  ]);

beforeAll(() => {
  lambda = new LambdaClient({ ...clientConfig(emulator.url), maxAttempts: 1 });
});
afterAll(() => lambda.destroy());

test('calls that come at once after an update wait for the environments that start, and do not start one each', async () => {
  const base = { FunctionName: 'orders', Runtime: 'python3.13', Handler: 'index.handler' } as const;
  const Role = 'arn:aws:iam::111111111111:role/r';
  await lambda.send(new CreateFunctionCommand({ ...base, Role, Code: { ZipFile: code('one') } }));
  await lambda.send(new InvokeCommand({ FunctionName: 'orders' }));
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'orders', ZipFile: code('two') }));
  const answers = await Promise.all(
    Array.from({ length: CALLS }, async () => {
      const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: 'orders' }));
      return String(JSON.parse(Payload?.transformToString() ?? ''));
    }),
  );
  expect(answers.filter((answer) => !answer.startsWith('two '))).toEqual([]);
  // Each was asked for while no more than two were starting: far fewer than calls.
  expect(new Set(answers).size).toBeLessThanOrEqual(CALLS / 4);
});
