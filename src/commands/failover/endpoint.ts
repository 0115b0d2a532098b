import type { RunContext } from '../../context.ts';
import type { Answered } from '../../failover/failback.ts';
import { isGood, type ProbeResult } from '../../failover/probe.ts';
import type { ProbeSettings } from '../../topology/failover-model.ts';
import { askOnce } from './probing.ts';

/** And which release it names. */
export interface AnsweredRelease extends Answered {
  readonly release?: string;
}

const ATTEMPTS = 3;
const PAUSE_MS = 300;

/**
 * Asks a target itself, not by the public name: it must answer with success, and from its own region where it names one.
 * A bad answer is not believed at once. Never throws.
 */
export async function askEndpoint(
  { endpoint, region }: { readonly endpoint: string; readonly region: string },
  probe: Pick<ProbeSettings, 'region' | 'release'> | undefined,
  context: Pick<RunContext, 'clock' | 'http' | 'signal'>,
): Promise<AnsweredRelease> {
  const settings = {
    url: endpoint,
    ...(probe?.region !== undefined && { region: probe.region }),
    ...(probe?.release !== undefined && { release: probe.release }),
  };
  for (let attempt = 1; ; attempt += 1) {
    const result = await askOnce(settings, context);
    const good = isGood(result, { regions: new Set([region]), regionKnown: result.region !== undefined });
    if (good || attempt === ATTEMPTS || context.signal.aborted) {
      return { good, text: textOf(result), ...(result.release !== undefined && { release: result.release }) };
    }
    await context.clock.sleep(PAUSE_MS, context.signal).catch(() => undefined);
  }
}

function textOf({ status, region, error }: ProbeResult): string {
  if (status === undefined) return error ?? 'no answer';
  return region === undefined ? `HTTP ${status}` : `HTTP ${status} from ${region}`;
}
