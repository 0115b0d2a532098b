import type { LeaseHolder } from './lease-document.ts';

/**
 * Whether a holder is known to be dead, so that its lease needs no waiting for.
 *
 * An earlier attempt of the same workflow run, whichever its job: GitHub starts an attempt only when the one before is
 * over with all its jobs. Jobs of one attempt do run side by side, so the attempt must be a later one.
 *
 * A process of the same machine that is not there any more: the operating system says so. Elsewhere only time tells.
 */
export function isDead(holder: LeaseHolder, successor: LeaseHolder, processGone: (id: number) => boolean): boolean {
  const { attempt, process } = holder;
  if (attempt !== undefined && attempt.run === successor.attempt?.run && attempt.number < successor.attempt.number)
    return true;
  if (process === undefined || process.machine !== successor.process?.machine) return false;
  // The same number on the same machine is our own process: the one that had it before is gone.
  return process.id === successor.process.id || processGone(process.id);
}
