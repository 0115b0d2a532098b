import type { ProbeSettings } from '../topology/failover-model.ts';
import type { Names } from './names.ts';
import type { Authority } from './plan.ts';

const DNS_PORT = 53;
/** A URL holds IPv6 addresses in brackets. */
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/;

/**
 * The authoritative name servers of the public name: those that are configured, or those that its zone is delegated to,
 * with their addresses, so that a failover looks nothing up.
 * @returns undefined where the URL has an address, or no zone is found
 * @throws when the resolver does not answer
 */
export async function authorityOf(
  { url, nameServers, resolver }: Pick<ProbeSettings, 'url' | 'nameServers' | 'resolver'>,
  names: Names,
): Promise<Authority | undefined> {
  const { hostname: name } = new URL(url);
  if (ADDRESS.test(name)) return undefined;
  if (nameServers !== undefined) return { name, servers: nameServers };
  for (const zone of zonesAbove(name)) {
    const found = await names.servers(zone, resolver);
    if (found.length === 0) continue;
    const addresses = await Promise.all(found.toSorted().map((server) => names.addresses(server, resolver)));
    return { name, zone, servers: addresses.flat().map((host) => ({ host, port: DNS_PORT })) };
  }
  return undefined;
}

/** The name and what is above it, but no top-level domain: that is nobody's zone here. */
export function zonesAbove(name: string): readonly string[] {
  const labels = name.split('.').filter((label) => label !== '');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}
