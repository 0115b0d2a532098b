/**
 * Runs the local AWS in the foreground until Ctrl-C.
 *
 *     npm run cloud -- --regions eu-west-1,eu-central-1 --accounts 111111111111,222222222222
 */
import { parseArgs } from 'node:util';
import { startCloud } from './index.ts';

const { values } = parseArgs({
  options: {
    regions: { type: 'string', default: 'eu-west-1,eu-central-1,us-east-1' },
    accounts: { type: 'string' },
    auth: { type: 'boolean', default: false },
    'latency-ms': { type: 'string' },
    'change-set-seconds': { type: 'string' },
    'stack-seconds': { type: 'string' },
    'session-seconds': { type: 'string' },
  },
});

const list = (text: string): string[] => text.split(',').map((part) => part.trim());
const numeric = (name: 'latency-ms' | 'change-set-seconds' | 'stack-seconds' | 'session-seconds', key: string) => {
  const text = values[name];
  if (text === undefined) return {};
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error(`--${name} takes a number, not '${text}'`);
  return { [key]: Number(text) };
};

const cloud = await startCloud({
  regions: list(values.regions),
  ...(values.accounts === undefined ? {} : { accounts: list(values.accounts) }),
  auth: values.auth,
  ...numeric('latency-ms', 'latencyMs'),
  ...numeric('change-set-seconds', 'changeSetSeconds'),
  ...numeric('stack-seconds', 'stackSeconds'),
  ...numeric('session-seconds', 'sessionSeconds'),
});

const account = cloud.accounts[0] ?? '';
const shown = new Set(['PATH', 'HOME', 'TMPDIR', 'LANG', 'TERM']);
console.log(`# local AWS: regions ${cloud.regions.join(', ')}; accounts ${cloud.accounts.join(', ')}`);
console.log('# the access key of an account is its id; Ctrl-C stops it and forgets everything');
for (const [name, value] of Object.entries(cloud.env(account, cloud.regions[0]))) {
  if (!shown.has(name)) console.log(`export ${name}=${value}`);
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void cloud.stop().then(() => process.exit(0));
  });
}
