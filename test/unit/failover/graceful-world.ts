import { UserError } from '../../../src/errors.ts';
import type { Hooks } from '../../../src/failover/hooks.ts';
import type { FailoverPorts, FailoverRequest } from '../../../src/failover/run.ts';
import { type ActiveState, ALL_ACTIVE } from '../../../src/records/active-state-document.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const targets = [
  { name: 'west', region: 'eu-west-1' },
  { name: 'central', region: 'eu-central-1' },
];
export const request: FailoverRequest = {
  request: { to: 'central' },
  targets,
  id: 'run-1',
  who: 'me',
  reason: 'planned',
  force: false,
  rehearse: false,
  graceful: true,
};
/** The one that serves, and its standby. */
export const STANDBY: ActiveState = { ...ALL_ACTIVE, serial: 1, inactive: ['central'] };

/** Dies there: nothing that comes after it happens, not even what undoes. */
class Killed extends Error {}

interface Trouble {
  /** The action that fails, as the log calls it, and how often. */
  readonly fails?: string;
  readonly times?: number;
  /** The action in which the process is killed: before or after it has its effect. */
  readonly killedBefore?: string;
  readonly killedAfter?: string;
  /** The same by the number of the action, from 1. */
  readonly failsAt?: number;
  readonly killedAt?: number;
}

/** A world of two regions that remembers who serves, who runs consumers and who may write. */
export function world(first: ActiveState = STANDBY, also: readonly string[] = []) {
  const clock = createVirtualClock();
  const log: string[] = [];
  let state = first;
  const running = new Set([...['west', 'central'].filter((name) => !first.inactive.includes(name)), ...also]);
  const writing = new Set(['west', 'central']);
  let serving = 'west';
  let both = false;

  function ports(trouble: Trouble = {}, change: Partial<FailoverPorts> = {}): FailoverPorts {
    let left = trouble.times ?? 1;
    let dead = false;
    let count = 0;
    const act = async (name: string, effect: () => void): Promise<void> => {
      if (dead) throw new Killed();
      count += 1;
      if (trouble.killedBefore === name) dead = true;
      if (dead) throw new Killed();
      if (trouble.failsAt === count || (trouble.fails === name && left > 0)) {
        left -= 1;
        log.push(`${name} fails`);
        throw new UserError('trouble', `${name} failed`);
      }
      log.push(name);
      effect();
      both ||= running.size > 1;
      if (trouble.killedAfter === name || trouble.killedAt === count) dead = true;
      if (dead) throw new Killed();
    };
    const hooks: Hooks = {
      quiesce: (name) => act(`quiesce ${name}`, () => writing.delete(name)),
      resume: (name) => act(`resume ${name}`, () => writing.add(name)),
      caughtUp: {
        timeoutMs: 60_000,
        intervalMs: 5_000,
        async ask(name) {
          await act(`look ${name}`, () => {});
          return { passed: true, reason: 'all is there' };
        },
      },
    };
    return {
      clock,
      report: () => {},
      signal: new AbortController().signal,
      state: {
        read: async () => state,
        async save(next) {
          const { inactive, failover, quiesced } = next;
          const stage = failover?.graceful?.shifting ? 'shifting' : String(failover?.done);
          await act(`save ${inactive.join()} ${stage}${quiesced?.length ? ` quiesced ${quiesced.join()}` : ''}`, () => {
            state = { ...state, ...next, serial: state.serial + 1 };
          });
          return state;
        },
      },
      mechanism: {
        kind: 'command',
        check() {},
        async apply({ active }) {
          await act(`traffic to ${active.join()}`, () => {
            serving = active.join();
          });
          return [];
        },
      },
      consumers: {
        where: 'every-active',
        set: (name, on) =>
          act(`${name} ${on ? 'on' : 'off'}`, () => void (on ? running.add(name) : running.delete(name))),
      },
      hooks,
      stopDeployments: async () => {},
      confirm: async () => {},
      narrow: async () => {},
      ...change,
    };
  }
  const seen = () => ({ serving, running: [...running], writing: [...writing].sort(), inactive: state.inactive });
  return { ports, log, clock, seen, state: () => state, everBoth: () => both };
}

export const BEFORE = { serving: 'west', running: ['west'], writing: ['central', 'west'], inactive: ['central'] };
export const AFTER = { serving: 'central', running: ['central'], writing: ['central'], inactive: ['west'] };
