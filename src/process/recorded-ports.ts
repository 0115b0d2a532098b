import { isIP } from 'node:net';
import { regionInHost } from '../aws/endpoint.ts';
import type { Clock } from '../clock.ts';
import type { Names } from '../failover/names.ts';
import type { HttpPort } from '../gates/http-port.ts';
import { type Contacted, type ContactLog, contactError } from './contact-log.ts';
import type { Spawn } from './spawn.ts';

export interface OutwardPorts {
  readonly http: HttpPort;
  readonly names: Names;
  readonly spawn: Spawn;
}

export const MACHINES_RESOLVER = "the machine's resolver";

/** Codes of Node's resolver: then no connection was tried (Node.js documentation, "DNS: Error codes"; `EAI_…` of getaddrinfo). */
const NOT_RESOLVED = /^(?:ENOTFOUND|ENODATA|ESERVFAIL|EREFUSED|ETIMEOUT|EAI_[A-Z]+)$/;

/** The same ports, which also write down whom they contact. */
export function recordPorts(
  { http, names, spawn }: OutwardPorts,
  log: ContactLog,
  { now }: Pick<Clock, 'now'>,
): OutwardPorts {
  return {
    names: {
      servers: (zone, server) => log.through(question('NS', server), () => names.servers(zone, server)),
      addresses: (name, server) => log.through(question('A, AAAA', server), () => names.addresses(name, server)),
    },

    spawn: (command, args, options) =>
      log.through(
        { service: 'program', action: 'start', region: '', endpoint: command },
        () => spawn(command, args, options),
        ({ exitCode }) => (exitCode === 0 ? undefined : `exit ${exitCode}`),
      ),

    async http(request) {
      const at = now();
      const { hostname, host } = new URL(request.url);
      const { address, method, resolver } = request;
      const lookedUp = address === undefined && isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
      const note = (error: string | undefined): void => {
        const failed = error !== undefined && { error };
        const nowhere = lookedUp && error !== undefined && NOT_RESOLVED.test(error);
        if (lookedUp) log.add({ at, ...question('A, AAAA', resolver), ...(nowhere && failed) });
        if (nowhere) return;
        const endpoint = address === undefined ? host : textOf(address);
        log.add({ at, service: 'HTTP', action: method, region: regionInHost(hostname), endpoint, ...failed });
      };
      try {
        const answer = await http(request);
        note(answer.status >= 400 ? `HTTP ${answer.status}` : undefined);
        return answer;
      } catch (error) {
        note(contactError(error));
        throw error;
      }
    },
  };
}

/** Every method of a client writes down that it was called. What is no method stays. */
export function recordMethods<T extends object>(client: T, contact: Omit<Contacted, 'action'>, log: ContactLog): T {
  const entries = Object.entries(client).map(([action, value]: [string, unknown]) => [
    action,
    typeof value === 'function'
      ? (...args: readonly unknown[]) => log.through({ ...contact, action }, async () => value.apply(client, args))
      : value,
  ]);
  return Object.fromEntries(entries) as T;
}

type Server = { readonly host: string; readonly port?: number };

function question(action: string, server: Server | undefined): Contacted {
  return { service: 'DNS', action, region: '', endpoint: server === undefined ? MACHINES_RESOLVER : textOf(server) };
}

function textOf({ host, port }: Server): string {
  return port === undefined ? host : `${host}:${port}`;
}
