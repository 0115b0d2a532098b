import type { Clock } from '../clock.ts';
import type { Pace, Pacer, SeenEnd } from './pace.ts';

/**
 * Delays between polls, milliseconds. The first ones are short, because a small change can be through at once; the
 * later ones are so long that a slow operation costs less than one call in two seconds on average, and short enough
 * that its end is seen soon. CloudFormation answers about 5 DescribeStacks a second per account and region
 * (aws/aws-sam-cli issue 2671), shared by all stacks there.
 */
export interface PollPlan {
  readonly firstMs: number;
  readonly factor: number;
  readonly maxMs: number;
  /** How long the same thing took last time: the poll that is due about then comes just after it. */
  readonly expectedMs?: number;
  /** What the others learn that wait for the same thing in this run. */
  readonly pace?: Pace;
}

/** Change sets take some seconds on AWS, rarely more. */
export const CHANGE_SET_POLLS: PollPlan = { firstMs: 80, factor: 3, maxMs: 2_400 };

/** `slow`: an earlier step of the same stack showed that nothing happens at once here. */
export function operationPolls(slow: boolean, expectedMs?: number): PollPlan {
  const plan = slow ? { firstMs: 800, factor: 2.2, maxMs: 3_000 } : { firstMs: 90, factor: 2.2, maxMs: 3_000 };
  return expectedMs === undefined ? plan : { ...plan, expectedMs };
}

/** Share of the longest delay by which stacks that started together are set apart, once. */
const JITTER = 0.1;
/** What was measured last time holds the wait for the poll that saw the end: the end itself came a little earlier. */
const EXPECTED_SHARE = 0.97;
/** Around the expected end polls start over with short delays. */
const NEAR_END = { firstMs: 400, factor: 2, polls: 2 };
/** Share of a delay that everybody waits where targets are set apart; the rest of it depends on the phase. */
const COMMON_SHARE = 0.75;
/** While an end is known to be far away, the longest delays may be longer still. */
const FAR_SHARE = 1.4;
/** A timer may fire a little early by the clock: the poll that it woke counts all the same. */
const TIMER_SLACK_MS = 5;
/** An end that is expected sooner than this is not worth asking for sooner. */
const SOONEST_MS = 50;
/**
 * Polls that may come early, whatever is expected and however often others end: after these there is one in `maxMs`.
 * An end that another target has just seen is worth one more.
 */
const EARLY_POLLS = 4;
const EARLY_POLLS_TOLD = 5;

/** Counts polls and sleeps between them, never beyond the deadline. */
export interface Poller {
  /** Sleeps until the next poll is due; false when the deadline has passed instead. */
  next(): Promise<boolean>;
  /** Polls so far. */
  readonly polls: () => number;
  /** Whether the end is expected to show in the poll that is due now. */
  readonly nearEnd: () => boolean;
  /** The last poll showed the end: who waits for the same thing elsewhere looks now. */
  ended(): void;
}

export function createPoller(clock: Clock, signal: AbortSignal, plan: PollPlan, deadline: number): Poller {
  const started = clock.now();
  const pacer = plan.pace?.join();
  const expectation = createExpectation(plan, pacer);
  let polls = 0;
  let last: SeenEnd = { from: 0, until: 0 };
  let setApart = false;

  const delayAt = (poll: number): number => Math.min(plan.maxMs, plan.firstMs * plan.factor ** poll);
  /** Without any expectation: growing delays, of which the first long one sets targets apart by their phases. */
  const regularDelay = (): number => {
    const delay = delayAt(polls);
    // Once is enough: added to each delay it would only blur when the end is seen.
    if (polls === 0) return delay + clock.random() * JITTER * Math.min(plan.maxMs, plan.firstMs * 10);
    if (pacer === undefined || setApart || delay < plan.maxMs / 2) return delay;
    return delay * COMMON_SHARE + pacer.phase * plan.maxMs;
  };

  /** Age at which the next poll is due, asked at age `now` after the answer to the one before. */
  const dueAge = (now: number, regular: number): number => {
    const { age, past } = expectation.now();
    const early = expectation.told() ? EARLY_POLLS_TOLD : EARLY_POLLS;
    const earliest = (polls + 1 - early) * plan.maxMs;
    return Math.max(earliest, beforeBudget());

    function beforeBudget(): number {
      if (age === undefined) return now + regular;
      if (polls === 0 || !expectation.reachedBy(last.until)) {
        const far = regular >= plan.maxMs ? regular * FAR_SHARE : regular;
        // A poll shortly before the expected end would be wasted, one long after it late.
        return now + far * 1.4 > age ? Math.max(SOONEST_MS, age) : now + far;
      }
      if (past > NEAR_END.polls) return now + regular;
      const soon = NEAR_END.firstMs * NEAR_END.factor ** Math.max(0, past - 1);
      return now + Math.min(regular, soon * (COMMON_SHARE + (pacer?.phase ?? 1 - COMMON_SHARE)));
    }
  };

  return {
    async next() {
      signal.throwIfAborted();
      const asked = clock.now();
      if (asked >= deadline) return false;
      const regular = regularDelay();
      for (let waits = true; waits; ) {
        expectation.listen(clock.now() - started);
        const due = Math.min(deadline, started + dueAge(asked - started, regular));
        waits = !(await sleepUnlessTold(Math.max(0, due - clock.now())));
      }
      polls += 1;
      setApart ||= clock.now() - asked + TIMER_SLACK_MS >= regular && delayAt(polls - 1) >= plan.maxMs / 2;
      last = { from: last.until, until: clock.now() - started };
      expectation.polled(last.until);
      // Expected together and wrong: apart again.
      if (expectation.now().past === NEAR_END.polls + 1) setApart = false;
      return true;
    },
    polls: () => polls,
    nearEnd: () => {
      const { past } = expectation.now();
      return expectation.reachedBy(last.until) && past <= NEAR_END.polls;
    },
    ended: () => pacer?.ended(last),
  };

  /** False: somebody else's end was seen meanwhile. */
  async function sleepUnlessTold(ms: number): Promise<boolean> {
    if (pacer === undefined) {
      await clock.sleep(ms, signal);
      return true;
    }
    const told = new AbortController();
    const stop = pacer.listen(() => told.abort());
    try {
      await clock.sleep(ms, AbortSignal.any([signal, told.signal]));
      return true;
    } catch (error) {
      signal.throwIfAborted();
      if (!told.signal.aborted) throw error;
      return false;
    } finally {
      stop();
    }
  }
}

/** At which age the end is expected: by last time's duration, then by what others of this run see. */
interface Expectation {
  /** `past`: polls since then. */
  now(): { readonly age: number | undefined; readonly past: number };
  reachedBy(age: number): boolean;
  /** Somebody of this run told it. */
  told(): boolean;
  /** Takes over what others have seen since. */
  listen(age: number): void;
  polled(age: number): void;
}

function createExpectation({ expectedMs, firstMs }: PollPlan, pacer: Pacer | undefined): Expectation {
  // Those that expect the same end look for it one after the other: the first that sees it tells the rest.
  const apart = pacer === undefined ? 0 : pacer.phase * NEAR_END.firstMs;
  const known = expectedMs === undefined ? 0 : expectedMs * EXPECTED_SHARE;
  // What took less last time was not this: nothing is asked for so soon now.
  let expected = known < firstMs ? undefined : known + apart;
  let past = 0;
  let heard: SeenEnd | undefined;
  const reachedBy = (age: number): boolean => expected !== undefined && age + TIMER_SLACK_MS >= expected;
  return {
    now: () => ({ age: expected, past }),
    reachedBy,
    told: () => heard !== undefined,
    listen(age) {
      const seen = pacer?.seen();
      if (pacer === undefined || seen === undefined || seen === heard) return;
      heard = seen;
      // Who comes later takes a share of the time in which the end fell; who waits already looks when it was seen.
      expected = age < seen.from ? seen.from + pacer.phase * (seen.until - seen.from) : seen.until;
      past = 0;
    },
    polled(age) {
      if (reachedBy(age)) past += 1;
    },
  };
}
