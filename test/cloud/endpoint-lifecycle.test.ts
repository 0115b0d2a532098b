import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { CreateBucketCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { startCloud } from './index.ts';
import { clientOptions } from './test-clients.ts';

const buckets = async (cloud: { readonly url: string }): Promise<(string | undefined)[]> => {
  const s3 = new S3Client(clientOptions(cloud, 'eu-west-1'));
  return ((await s3.send(new ListBucketsCommand({}))).Buckets ?? []).map((bucket) => bucket.Name);
};

/** Whether something listens there. */
function listens(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('two run side by side, know nothing of each other, and leave nothing behind', async () => {
  const [one, two] = await Promise.all([
    startCloud({ regions: ['eu-west-1'] }),
    startCloud({ regions: ['eu-west-1'] }),
  ]);
  await new S3Client(clientOptions(one, 'eu-west-1')).send(new CreateBucketCommand({ Bucket: 'only-one' }));
  expect([await buckets(one), await buckets(two)]).toEqual([['only-one'], []]);
  one.blackout('eu-west-1', 'hang');
  const hanging = buckets(one).catch((error: unknown) => error);
  await one.stop();
  expect(await hanging).toBeInstanceOf(Error);
  expect(await buckets(two)).toEqual([]);
  await two.stop();
  for (const cloud of [one, two]) {
    expect(runs(cloud.pid)).toBe(false);
    expect(await Promise.all([cloud.url, cloud.oidc.url].map(listens))).toEqual([false, false]);
  }
});

test('the command prints an environment that works and ends on Ctrl-C', async () => {
  const cli = path.join(import.meta.dirname, 'cli.ts');
  const child = spawn(process.execPath, [cli, '--regions', 'eu-west-1', '--accounts', '111111111111'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const ended = once(child, 'exit');
  while (!text.includes('AWS_DEFAULT_REGION')) await once(child.stdout, 'data');
  const url = /AWS_ENDPOINT_URL=(\S+)/.exec(text)?.[1] ?? '';
  expect(await buckets({ url })).toEqual([]);
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(await listens(url)).toBe(false);
});
