import type { Clock } from '../clock.ts';
import type { Contacts } from './contacts.ts';
import { regionInHost } from './endpoint.ts';
import { codeOf } from './error-kinds.ts';
import type { WritableLedger } from './ledger.ts';
import type { Transport } from './transport.ts';

/**
 * A transport for clients that others make: what the SDK's credential chain contacts is in the ledger too.
 * @param call what it is used for, where that is one thing
 */
export function recordingTransport(
  transport: Transport,
  ledger: WritableLedger,
  contacts: Contacts,
  clock: Clock,
  call: { readonly service?: string; readonly action?: string; readonly region?: string } = {},
): Transport {
  return {
    ...transport,
    // Its connections are those of all other clients.
    destroy() {},
    async handle(request, options) {
      const { hostname, port } = request;
      const at = clock.now();
      const base = {
        at,
        service: hostname.startsWith('sts.') ? 'STS' : (hostname.split('.')[0] ?? hostname),
        action: 'credentials',
        region: regionInHost(hostname),
        endpoint: port ? `${hostname}:${port}` : hostname,
        attempt: 1,
        ...call,
      };
      contacts.assertAllowed(base.service, base.region, base.action);
      try {
        const answer = await transport.handle(request, options);
        const { statusCode } = answer.response;
        const error = statusCode >= 400 ? { error: `HTTP ${statusCode}` } : {};
        ledger.record({ ...base, ...error, status: statusCode, durationMs: clock.now() - at });
        return answer;
      } catch (error) {
        ledger.record({ ...base, error: codeOf(error), durationMs: clock.now() - at });
        throw error;
      }
    },
  };
}
