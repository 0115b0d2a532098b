import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import type { ProbeResult } from '../../failover/probe.ts';
import type { Probes } from '../../failover/run.ts';
import type { HttpAnswer } from '../../gates/http-port.ts';
import { jsonObject, parseJson } from '../../json.ts';
import { MACHINES_RESOLVER } from '../../process/recorded-ports.ts';
import type { ProbeField, ProbeSettings } from '../../topology/failover-model.ts';

/** Probes that run until they are stopped. */
export interface RunningProbes extends Probes {
  readonly url: string;
  /** Who is asked for the name. */
  readonly resolver: string;
  /** Waits for the answers under way. @param last one more is asked: users are asked until after the end */
  stop(last: boolean): Promise<void>;
}

/** One a second, each on a connection of its own and with the name looked up anew, as new users come. */
const INTERVAL_MS = 1_000;
const TIMEOUT_MS = 3_000;
const MAX_BYTES = 16_384;

/** Starts to ask. A slow answer does not hold up the next question. */
export function startProbes(
  settings: ProbeSettings,
  context: Pick<RunContext, 'clock' | 'http' | 'signal'>,
): RunningProbes {
  const results: ProbeResult[] = [];
  const stopping = new AbortController();
  const asked = new Set<Promise<void>>();
  const ask = (): void => {
    const one = askOnce(settings, context).then((result) => {
      results.push(result);
      results.sort((a, b) => a.at - b.at);
      asked.delete(one);
    });
    asked.add(one);
  };
  const loop = (async () => {
    while (!stopping.signal.aborted && !context.signal.aborted) {
      ask();
      await context.clock.sleep(INTERVAL_MS, stopping.signal).catch(() => undefined);
    }
  })();
  const { resolver, url, stableMs, timeoutMs } = settings;
  return {
    results,
    regionKnown: settings.region !== undefined,
    stableMs,
    timeoutMs,
    url,
    resolver: resolver === undefined ? MACHINES_RESOLVER : `${resolver.host}:${resolver.port}`,
    async stop(last) {
      stopping.abort();
      await loop;
      if (last && !context.signal.aborted) ask();
      await Promise.all(asked);
    },
  };
}

/** One question. Never throws: what came instead of an answer is in the result. */
export async function askOnce(
  { url, resolver, region, release }: Pick<ProbeSettings, 'url' | 'resolver' | 'region' | 'release'>,
  { clock, http, signal }: Pick<RunContext, 'clock' | 'http' | 'signal'>,
  timeoutMs = TIMEOUT_MS,
): Promise<ProbeResult> {
  const at = clock.now();
  try {
    const answer = await http({
      url,
      method: 'GET',
      headers: { 'cache-control': 'no-cache' },
      timeoutMs,
      maxBytes: MAX_BYTES,
      signal,
      ...(resolver !== undefined && { resolver }),
    });
    const named = region && fieldOf(answer, region);
    const told = release && fieldOf(answer, release);
    return {
      at,
      durationMs: clock.now() - at,
      status: answer.status,
      address: answer.address,
      ...(named !== undefined && { region: named }),
      ...(told !== undefined && { release: told }),
    };
  } catch (error) {
    return { at, durationMs: clock.now() - at, error: errorText(error) };
  }
}

function fieldOf({ headers, body }: HttpAnswer, { from, name }: ProbeField): string | undefined {
  if (from === 'header') return headers[name];
  const value = jsonObject(parseJson(body))?.[name];
  return value === undefined ? undefined : String(value);
}
