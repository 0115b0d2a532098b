import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import packet from 'dns-packet';
import { answerOf, serversOf } from '../../../src/process/names.ts';

const RECORDS: readonly packet.Answer[] = [
  { type: 'NS', name: 'example.com', data: 'ns-1.awsdns.com' },
  { type: 'A', name: 'api.example.com', data: '192.0.2.2' },
  { type: 'A', name: 'api.example.com', data: '192.0.2.1' },
  { type: 'AAAA', name: 'api.example.com', data: '2001:db8::1' },
  { type: 'CNAME', name: 'out.example.com', data: 'd-1.execute-api.eu-west-1.amazonaws.com' },
];
const NXDOMAIN = 3;
const SERVFAIL = 2;
const socket = createSocket('udp4');
let server: { readonly host: string; readonly port: number };

/** A name server that knows one zone, and nothing of where an alias leads. */
beforeAll(async () => {
  socket.on('message', (message, { address, port }) => {
    const query = packet.decode(message);
    const [question] = query.questions ?? [];
    const { name = '', type = 'A' } = question ?? {};
    const known = RECORDS.filter((record) => record.name === name);
    const answers = known.filter((record) => record.type === type || record.type === 'CNAME');
    const failure = name === 'broken.example.com' ? SERVFAIL : NXDOMAIN;
    const flags = packet.AUTHORITATIVE_ANSWER | (known.length === 0 ? failure : 0);
    const questions = query.questions ?? [];
    socket.send(packet.encode({ type: 'response', id: query.id ?? 0, flags, questions, answers }), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  server = { host: '127.0.0.1', port: socket.address().port };
});
afterAll(() => new Promise<void>((resolve) => socket.close(() => resolve())));

describe('a name server', () => {
  test('names the servers of a zone, and none of what is no zone', async () => {
    expect(await serversOf('example.com', server)).toEqual(['ns-1.awsdns.com']);
    expect(await serversOf('api.example.com', server)).toEqual([]);
    expect(await serversOf('nothing.example.com', server)).toEqual([]);
  });

  test('gives the addresses of a name, sorted', async () => {
    expect(await answerOf('api.example.com', server)).toEqual(['192.0.2.1', '192.0.2.2', '2001:db8::1']);
    expect(await answerOf('nothing.example.com', server)).toEqual([]);
  });

  test('gives an alias that leads out of its zone as it is', async () => {
    expect(await answerOf('out.example.com', server)).toEqual(['d-1.execute-api.eu-west-1.amazonaws.com']);
  });

  test('that fails has said nothing', async () => {
    await expect(answerOf('broken.example.com', server)).rejects.toMatchObject({ code: 'ESERVFAIL' });
  });
});
