import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { NameServer } from '../topology/failover-model.ts';

const DNS_PORT = 53;
/** Milliseconds that one name server is waited for. */
const TIMEOUT_MS = 2_000;

/** A resolver that asks one server; without one, those of the machine. */
export function resolverAt(server: Partial<NameServer> | undefined, tries: number): Resolver {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries });
  if (server?.host === undefined) return resolver;
  const host = isIP(server.host) === 6 ? `[${server.host}]` : server.host;
  resolver.setServers([`${host}:${server.port ?? DNS_PORT}`]);
  return resolver;
}

/** Addresses of both families. @throws the error of the question for IPv4 when there is none */
export async function addressesOf(
  resolver: Resolver,
  name: string,
): Promise<readonly { readonly address: string; readonly family: number }[]> {
  const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  const found = [
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
  ];
  if (found.length === 0 && four.status === 'rejected') throw four.reason;
  return found;
}

/** See `Names.servers`. */
export async function serversOf(zone: string, server: NameServer | undefined): Promise<readonly string[]> {
  return absentAsNone(resolverAt(server, 1).resolveNs(zone));
}

/** See `Names.addresses`. */
export async function answerOf(name: string, server: NameServer | undefined): Promise<readonly string[]> {
  const resolver = resolverAt(server, 1);
  const addresses = await absentAsNone(addressesOf(resolver, name));
  // A server answers for its own zone only: an alias that leads out of it has no address there.
  const found = addresses.length > 0 ? addresses.map(({ address }) => address) : await aliasOf(resolver, name);
  return [...found].sort();
}

function aliasOf(resolver: Resolver, name: string): Promise<readonly string[]> {
  return absentAsNone(resolver.resolveCname(name));
}

/** There is no such name, or nothing of this type under it (RFC 1035, 4.1.1; RFC 2308). */
const ABSENT: ReadonlySet<string | undefined> = new Set(['ENOTFOUND', 'ENODATA']);

async function absentAsNone<T>(answer: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await answer;
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code)) return [];
    throw error;
  }
}
