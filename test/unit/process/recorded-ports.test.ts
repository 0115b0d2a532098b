import { expect, test } from '@jest/globals';
import { UserError } from '../../../src/errors.ts';
import { HttpFailure, type HttpPort } from '../../../src/gates/http-port.ts';
import { createContactLog } from '../../../src/process/contact-log.ts';
import { recordMethods, recordPorts } from '../../../src/process/recorded-ports.ts';

const clock = { now: () => 7 };
const signal = new AbortController().signal;
const request = { method: 'GET', headers: {}, timeoutMs: 1, maxBytes: 1, signal };
const answer = (status: number) => ({ status, headers: {}, body: '', truncated: false, address: '192.0.2.1' });

function ports(http: HttpPort, exitCode = 0) {
  const log = createContactLog(clock);
  const names = {
    servers: async () => ['ns.example.net'],
    addresses: async () => Promise.reject(Object.assign(new Error('refused'), { code: 'EREFUSED' })),
  };
  const spawn = async () => ({ exitCode, tail: [], aborted: false });
  return { log, ...recordPorts({ http, names, spawn }, log, clock) };
}
const told = (contacts: readonly { readonly service: string; readonly endpoint: string; readonly error?: string }[]) =>
  contacts.map(({ service, endpoint, error = 'good' }) => `${service} ${endpoint} ${error}`);

test('a probe is one contact of its host and one of the resolver that knows it', async () => {
  const { log, http } = ports(async () => answer(200));
  await http({ ...request, url: 'https://api.example.com/status', resolver: { host: '192.0.2.53', port: 5353 } });
  await http({ ...request, url: 'https://a.execute-api.eu-west-1.amazonaws.com:8443/' });
  expect(told(log.contacts)).toEqual([
    'DNS 192.0.2.53:5353 good',
    'HTTP api.example.com good',
    "DNS the machine's resolver good",
    'HTTP a.execute-api.eu-west-1.amazonaws.com:8443 good',
  ]);
  expect(log.contacts.map(({ at, region }) => [at, region])).toEqual([
    [7, ''],
    [7, ''],
    [7, ''],
    [7, 'eu-west-1'],
  ]);
});

test('an address is looked up nowhere, neither in the URL nor beside it', async () => {
  const { log, http } = ports(async () => answer(503));
  await http({ ...request, url: 'http://127.0.0.1:8080/' });
  await http({ ...request, url: 'http://[::1]/' });
  await http({ ...request, url: 'https://api.example.com/', address: { host: '192.0.2.7' } });
  expect(told(log.contacts)).toEqual([
    'HTTP 127.0.0.1:8080 HTTP 503',
    'HTTP [::1] HTTP 503',
    'HTTP 192.0.2.7 HTTP 503',
  ]);
});

test('what has no address was not contacted, what does not answer was', async () => {
  for (const [code, contacts] of [
    ['ENOTFOUND', ["DNS the machine's resolver ENOTFOUND"]],
    ['TIMEOUT', ["DNS the machine's resolver good", 'HTTP api.example.com TIMEOUT']],
  ] as const) {
    const { log, http } = ports(() => Promise.reject(new HttpFailure(code, 'no')));
    await expect(http({ ...request, url: 'https://api.example.com/' })).rejects.toThrow('no');
    expect(told(log.contacts)).toEqual(contacts);
  }
});

test('questions to name servers and programs are there, without the arguments that may hold secrets', async () => {
  const { log, names, spawn } = ports(async () => answer(200), 3);
  await names.servers('example.com');
  await names.addresses('api.example.com', { host: '192.0.2.9', port: 53 }).catch(() => undefined);
  await spawn('./quiesce', ['--password', 'hunter2'], { cwd: '/', env: {} });
  expect(told(log.contacts)).toEqual([
    "DNS the machine's resolver good",
    'DNS 192.0.2.9:53 EREFUSED',
    'program ./quiesce exit 3',
  ]);
  expect(JSON.stringify(log.contacts)).not.toContain('hunter2');
});

test('each method of a client is a contact', async () => {
  const log = createContactLog(clock);
  const place = { service: 'GitHub', region: '', endpoint: 'api.github.com' } as const;
  const client = {
    owner: 'mona',
    reviews: async (run: number) => [run],
    environment: () => Promise.reject(new UserError('no', 'no')),
  };
  const recorded = recordMethods(client, place, log);
  expect([recorded.owner, await recorded.reviews(4)]).toEqual(['mona', [4]]);
  await recorded.environment().catch(() => undefined);
  expect(log.contacts.map(({ action, error }) => [action, error])).toEqual([
    ['reviews', undefined],
    ['environment', 'no'],
  ]);
});
