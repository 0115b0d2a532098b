import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** All change sets and tokens of this program start with it. */
export const PREFIX = 'smr-';
/** Change sets of a plan that nobody will execute. */
const THROWAWAY = `${PREFIX}plan-`;

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Unique per run, target and attempt, so that a change set that another run (or an earlier attempt of this one) left
 * behind never stands in the way. At most 128 characters of [a-zA-Z0-9-], as CreateChangeSet wants.
 */
export function changeSetName(runId: string, instance: string, clock: Clock, throwaway = false): string {
  return `${throwaway ? THROWAWAY : PREFIX}${runId}-${digest(runId, instance, String(clock.now()), String(clock.random())).slice(0, 12)}`;
}

/** Whether a change set of this name was made by that run. */
export function isOfRun(name: string, runId: string): boolean {
  return name.startsWith(`${PREFIX}${runId}-`) || name.startsWith(`${THROWAWAY}${runId}-`);
}

/** Id of the run whose plan this change set belongs to, where nobody but that run can want it. */
export function plannerOf(name: string): string | undefined {
  return name.startsWith(THROWAWAY) ? /^(.+)-[0-9a-f]{12}$/.exec(name.slice(THROWAWAY.length))?.[1] : undefined;
}

/**
 * Client token of a write: the same for each repetition of it, so that CloudFormation does it once.
 * `purpose` and `subject` name the write ("execute", change set id).
 */
export function clientToken(purpose: string, ...subject: readonly string[]): string {
  return `${PREFIX}${purpose}-${digest(purpose, ...subject).slice(0, 32)}`;
}
