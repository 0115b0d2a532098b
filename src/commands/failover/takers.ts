import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Move } from '../../failover/move.ts';
import { patienceOf } from '../../failover/patience.ts';
import type { PlannedTarget, StoredPlan } from '../../failover/plan.ts';
import { type AnsweredRelease, askEndpoint } from './endpoint.ts';

/** Milliseconds that a target has to answer: one that is slower than this does not take over in time. */
const PATIENCE_MS = 4_000;

/** Those that are to take over, asked whether they can while everything else begins. */
export interface Takers {
  /** Of those who are to be active: what is not as it should be and need not stop it. @throws UserError `failover-not-ready` unless it is forced */
  ready(move: Pick<Move, 'active'>): Promise<readonly string[]>;
}

/**
 * Looks at the plan and asks each of these targets at its own endpoint. Nothing else is asked: not AWS, and nobody who
 * is left.
 */
export function createTakers(plan: StoredPlan, names: readonly string[], force: boolean, context: RunContext): Takers {
  const taking = plan.targets.filter(({ name }) => names.includes(name));
  const patience = patienceOf(context.clock, PATIENCE_MS);
  const asked = Promise.all(
    taking.map(async (target): Promise<Asked> => {
      if (target.endpoint === undefined) return { target };
      const answer = await patience(askEndpoint({ ...target, endpoint: target.endpoint }, plan.probe, context));
      return { target, answer: answer ?? { good: false, text: `no answer in ${PATIENCE_MS / 1000} s` } };
    }),
  );
  return {
    async ready({ active }) {
      const answers = (await asked).filter(({ target }) => active.includes(target.name));
      const problems = answers.map(({ target, answer }) => ({ target, problem: problemOf(target, answer) }));
      const missing = problems.flatMap(({ problem }) => problem ?? []);
      const fit = problems.some(({ problem }) => problem === undefined);
      if (!fit && !force) {
        throw new UserError('failover-not-ready', `nothing was moved: ${missing.join('; ')}`, {
          fix: [
            'Look at what is missing with plan --failover, and deploy to it or choose another target.',
            'If it is the better place all the same, add --force: the reason is recorded.',
          ],
        });
      }
      return [...missing, ...answers.flatMap(({ target, answer }) => otherRelease(target, answer, plan) ?? [])];
    },
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
