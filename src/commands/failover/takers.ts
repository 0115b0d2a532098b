import type { RunContext } from '../../context.ts';
import { enoughAnswers } from '../../enough-answers.ts';
import { UserError } from '../../errors.ts';
import type { Move } from '../../failover/move.ts';
import { patienceOf } from '../../failover/patience.ts';
import type { PlannedTarget, StoredPlan } from '../../failover/plan.ts';
import { type AnsweredRelease, askEndpoint } from './endpoint.ts';

/** Milliseconds that a target has to answer: one that is slower than this does not take over in time. */
const PATIENCE_MS = 4_000;

/** Milliseconds after which another is asked whether anybody can take over. */
const SILENT_MS = 500;
/** So many are asked at first. */
const AT_ONCE = 3;

/** Those that are to take over, asked whether they can while everything else begins. */
export interface Takers {
  /** Of those who are to be active: what is not as it should be and need not stop it. @throws UserError `failover-not-ready` unless it is forced */
  ready(move: Pick<Move, 'active'>): Promise<readonly string[]>;
  /** The same of those whom `ready` did not wait for: it needs one who can. Never throws. */
  rest(): Promise<readonly string[]>;
}

export interface Asking {
  readonly force: boolean;
  /** Everybody is waited for: nothing is urgent, or a person reads it before traffic moves. */
  readonly all: boolean;
}

/**
 * Looks at the plan and asks each of these targets at its own endpoint. Nothing else is asked: not AWS, and nobody who
 * is left.
 */
export function createTakers(
  plan: StoredPlan,
  names: readonly string[],
  { force, all }: Asking,
  context: RunContext,
): Takers {
  const { clock } = context;
  const patience = patienceOf(clock, PATIENCE_MS);
  const asking = new Map<string, Promise<Asked>>();
  const answers = new Map<string, Asked>();
  const askNow = async (target: PlannedTarget): Promise<Asked> => {
    if (target.endpoint === undefined) return { target };
    const answer = await patience(askEndpoint({ ...target, endpoint: target.endpoint }, plan.probe, context));
    return { target, answer: answer ?? { good: false, text: `no answer in ${PATIENCE_MS / 1000} s` } };
  };
  const ask = (target: PlannedTarget): Promise<Asked> => {
    const asked = asking.get(target.name) ?? askNow(target);
    asking.set(target.name, asked);
    return asked.then((answer) => {
      answers.set(target.name, answer);
      return answer;
    });
  };
  const problemsOf = (asked: readonly Asked[]): readonly string[] => [
    ...asked.flatMap(({ target, answer }) => problemOf(target, answer) ?? []),
    ...asked.flatMap(({ target, answer }) => otherRelease(target, answer, plan) ?? []),
  ];
  let left: readonly PlannedTarget[] = [];
  const taking = plan.targets.filter(({ name }) => names.includes(name));
  for (const target of all ? taking : taking.slice(0, AT_ONCE)) void ask(target);
  return {
    async ready({ active }) {
      const acting = taking.filter(({ name }) => active.includes(name));
      const fitOrNone = async (target: PlannedTarget): Promise<true | undefined> => {
        const { answer } = await ask(target);
        return problemOf(target, answer) === undefined || undefined;
      };
      const asks = acting.map((target) => () => fitOrNone(target));
      const [fit] = all
        ? (await Promise.all(asks.map((one) => one()))).filter((one) => one !== undefined)
        : await enoughAnswers(asks, { enough: 1, atOnce: AT_ONCE, silentMs: SILENT_MS, clock });
      left = acting.filter(({ name }) => !answers.has(name));
      const known = acting.flatMap(({ name }) => answers.get(name) ?? []);
      if (!fit && !force) {
        const missing = known.flatMap(({ target, answer }) => problemOf(target, answer) ?? []);
        throw new UserError('failover-not-ready', `nothing was moved: ${missing.join('; ')}`, {
          fix: [
            'Look at what is missing with plan --failover, and deploy to it or choose another target.',
            'If it is the better place all the same, add --force: the reason is recorded.',
          ],
        });
      }
      return problemsOf(known);
    },
    rest: async () => problemsOf(await Promise.all(left.map(ask))),
  };
}

interface Asked {
  readonly target: PlannedTarget;
  /** Absent: it has no endpoint. */
  readonly answer?: AnsweredRelease;
}

/** Undefined: it can take over, as far as one can see. */
function problemOf({ name, release }: PlannedTarget, answer: AnsweredRelease | undefined): string | undefined {
  if (release === undefined) return `${name} had no release when the plan was compiled`;
  return answer?.good === false ? `${name} does not serve: ${answer.text}` : undefined;
}

function otherRelease(
  { name, release }: PlannedTarget,
  answer: AnsweredRelease | undefined,
  plan: Pick<StoredPlan, 'release'>,
): string | undefined {
  const has = answer?.release ?? release;
  if (has === undefined || has === plan.release.id) return undefined;
  return `${name} has the release ${has}, not ${plan.release.id}`;
}
