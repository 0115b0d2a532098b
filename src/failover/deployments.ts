import type { Clock } from '../clock.ts';
import type { Mechanism } from './run.ts';

/** Deployments that are under way go on for so long at most after traffic was told to move, milliseconds. */
const SOON_MS = 1_000;

/**
 * Whether deployments have to stop before traffic moves: where a person plans it, and where they write the same weights.
 * Elsewhere the calls that stop twenty of them would stand before the one that users wait for.
 */
export function stopsFirst({ kind }: Pick<Mechanism, 'kind'>, graceful: boolean): boolean {
  return graceful || kind === 'weights';
}

/** When traffic was told to move, and a second later where that takes long. Never throws. */
export async function soon(applying: Promise<unknown>, clock: Clock): Promise<void> {
  const done = new AbortController();
  const applied = applying.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([applied, clock.sleep(SOON_MS, done.signal).catch(() => undefined)]);
  done.abort();
}
