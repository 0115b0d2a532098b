import { createSocket } from 'node:dgram';
import packet from 'dns-packet';
import type { DnsAnswer } from './answer.ts';

/** A name server on 127.0.0.1. */
export interface DnsServer extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** Questions so far. */
  readonly asked: number;
  close(): Promise<void>;
}

export interface DnsServerOptions {
  readonly answer: (name: string, type: string) => DnsAnswer;
  /** Address of an AWS resource, or of a host outside the zone, by its name; undefined: it has none. */
  readonly addressOf: (host: string) => string | undefined;
}

/** Puts answers into packets. Authoritative: it does not say more than what the record sets say. */
export async function startDnsServer({ answer, addressOf }: DnsServerOptions): Promise<DnsServer> {
  const socket = createSocket('udp4');
  let asked = 0;
  socket.on('message', (message, { address, port }) => {
    asked += 1;
    const query = packet.decode(message);
    const [question] = query.questions ?? [];
    const found = question === undefined ? undefined : answer(question.name, question.type);
    const answers = question === undefined ? [] : recordsOf(found, question.type, addressOf);
    const flags = packet.AUTHORITATIVE_ANSWER | (found?.kind === 'no-name' ? NXDOMAIN : 0);
    const bytes = packet.encode({
      type: 'response',
      id: query.id ?? 0,
      flags,
      questions: query.questions ?? [],
      answers,
    });
    socket.send(bytes, port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => new Promise((resolve) => socket.close(() => resolve()));
  return {
    host: '127.0.0.1',
    port: socket.address().port,
    get asked() {
      return asked;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** RFC 1035, 4.1.1. */
const NXDOMAIN = 3;

function recordsOf(
  found: DnsAnswer | undefined,
  asked: string,
  addressOf: DnsServerOptions['addressOf'],
): packet.Answer[] {
  const records: packet.Answer[] = [];
  for (const { name, type, ttl, value, resource } of found?.records ?? []) {
    if (type === 'CNAME') records.push({ type: 'CNAME', name, ttl, data: value });
    if (asked !== 'A' || (type !== 'CNAME' && type !== 'A')) continue;
    const address = type === 'A' && !resource ? value : addressOf(value);
    const owner = type === 'CNAME' ? value : name;
    if (address !== undefined) records.push({ type: 'A', name: owner, ttl, data: address });
  }
  return records;
}
