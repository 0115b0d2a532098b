/**
 * The product at work: a local AWS of three regions and two accounts, the example application, the real bundle.
 *
 *     npm run demo
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startCloud } from '../test/cloud/index.ts';
import { provision } from './provision.ts';

const root = join(import.meta.dirname, '..');
const regions = ['eu-west-1', 'eu-central-1', 'us-west-2'];
const accounts = ['111111111111', '222222222222'];

const { bin } = await provision('sam');
await using cloud = await startCloud({ regions: [...regions, 'us-east-1'], accounts });
for (const account of accounts) await cloud.createRole(account, 'sam-deploy');

const work = mkdtempSync(join(tmpdir(), 'demo-'));
try {
  const app = join(work, 'orders');
  cpSync(join(root, 'examples/orders'), app, { recursive: true });
  say('A local AWS of three regions and two accounts runs; each target has the role sam-deploy.');

  say('First deployment: build once, eu-west-1 alone, then the other two together.');
  const first = await deploy(app);
  say('Every region answers:');
  await callAll(first);

  say('The same again:');
  await deploy(app);
  say('Done.');
} finally {
  rmSync(work, { recursive: true });
}

/** Runs the bundle as a user would, shows what it shows, and returns its result document. */
async function deploy(app: string): Promise<Result> {
  const token = cloud.githubEnv({ environment: 'prod' });
  const child = spawn(
    process.execPath,
    [process.env['BUNDLE'] ?? join(root, 'dist/index.js'), 'deploy', '--yes', '--output', 'json'],
    {
      cwd: app,
      env: {
        ...token,
        PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
        HOME: work,
        FORCE_COLOR: process.stderr.isTTY ? '1' : '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`deploy ended with ${code}`);
  return JSON.parse(text) as Result;
}

interface Result {
  readonly targets: Readonly<
    Record<
      string,
      { readonly state: string; readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>> }
    >
  >;
}

async function callAll({ targets }: Result): Promise<void> {
  for (const [name, { outputs }] of Object.entries(targets)) {
    const url = outputs['api']?.['Url'];
    if (url === undefined) throw new Error(`${name} has no Url`);
    const response = await cloud.fetch(url);
    console.error(`  ${name}: GET ${url} → ${response.status} ${await response.text()}`);
  }
}

function say(text: string): void {
  console.error(`\n▸ ${text}`);
}
