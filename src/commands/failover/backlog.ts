import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { type BacklogReading, notDrained, waitDrained } from '../../failover/backlog.ts';
import { runningTargets } from '../../failover/consumers.ts';
import type { Move } from '../../failover/move.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import type { ActiveState } from '../../records/active-state-document.ts';
import { count } from '../../report/text.ts';
import { readBacklog } from '../../topology/backlog.ts';
import type { Environment } from '../../topology/model.ts';
import { withRoles } from '../../topology/with-role.ts';
import { type BacklogSource, mappedSources, namedQueue } from './backlog-sources.ts';
import { planValues } from './plan-values.ts';
import { readSource } from './read-backlog.ts';

/** The queues and streams of a failback. */
export interface Backlog {
  /**
   * Whether what somebody reads now is worked off, or becomes so in time: in the target that returns, and where consumers will
   * stop. Nothing is moved yet.
   * @param waits false: one look, for a rehearsal
   */
  before(waits: boolean): Promise<readonly UserError[]>;
  /**
   * Whether what is read only since the consumers of the target run again becomes worked off; undefined: it is. Absent: there
   * is nothing of the kind.
   */
  readonly started?: (signal: AbortSignal) => Promise<string | undefined>;
}

export interface BacklogRequest {
  readonly returning: string;
  readonly before: Pick<ActiveState, 'inactive'>;
  readonly move: Pick<Move, 'inactive'>;
}

const FIX = [
  'See why it is not worked off; what is to be worked off elsewhere is moved by whoever knows what it is.',
  'How much may be left, and how long is waited for it, say failover.backlog.max-messages, max-age and wait.',
];

/** Finds what functions of the stacks read, and what the configuration names. @throws AwsError, UserError */
export async function openBacklog(
  { returning, before, move }: BacklogRequest,
  plan: Pick<StoredPlan, 'consumers'>,
  environment: Environment,
  context: RunContext,
): Promise<Backlog> {
  const limits = environment.failover?.backlog ?? readBacklog();
  const names = withRoles(environment).targets.map(({ name }) => name);
  const where = plan.consumers?.where ?? 'every-active';
  const [ran, will] = [before, move].map((state) => runningTargets(where, names, state));
  const stopping = names.filter((name) => name !== returning && ran?.includes(name) && !will?.includes(name));
  const [own, others] = await Promise.all([
    sourcesIn(returning, plan, environment, context),
    Promise.all(stopping.map((name) => sourcesIn(name, plan, environment, context))),
  ]);
  const starting = own.filter(({ running, marked }) => !running && marked && will?.includes(returning));
  const unread = own.filter((source) => !source.running && !starting.includes(source));
  const named = (await namedQueues(returning, limits.queues, environment, context)).filter(
    ({ name, account }) =>
      !own.some((one) => one.kind === 'queue' && one.name === name && (account ?? one.account) === one.account),
  );
  const stops = others.flat().filter(({ running, marked }) => running && marked);
  const judged = [...own.filter(({ running }) => running), ...stops, ...named];
  const { clock } = context;
  const read = (sources: readonly BacklogSource[], startedAt?: number) =>
    readAll(sources, environment, context, startedAt);
  const filled = async (sources: readonly BacklogSource[]) =>
    (await read(sources)).flatMap((reading) =>
      reading.kind === 'queue' && reading.messages > limits.maxMessages ? [{ ...reading, text: reading.source }] : [],
    );
  const note = (text: string): void => context.report({ type: 'note', level: 'warning', text });
  return {
    async before(waits) {
      const looked = waits
        ? await waitDrained(() => read(judged), limits, context)
        : notDrained(await read(judged), limits, clock.now());
      looked.notes.forEach(note);
      for (const { text, target, messages } of await filled(unread))
        note(`${text} in ${target} has ${count(messages, 'message')}, and no function reads it`);
      // They are young enough, or it would not go on.
      for (const { text, target, messages } of looked.problems.length > 0 ? [] : await filled(stops))
        note(
          `${text} in ${target} has ${count(messages, 'message')}, and no function reads it once its consumers stop`,
        );
      // What is judged once consumers run must be readable now, while nothing is moved.
      const blind = (await read(starting)).flatMap((reading) =>
        reading.kind === 'unknown' && !reading.idle
          ? [`the backlog of ${reading.source} in ${reading.target} is not known: ${reading.why}`]
          : [],
      );
      return [...looked.problems, ...blind].map((text) => new UserError('failback-backlog', text, { fix: FIX }));
    },
    ...(starting.length > 0 && {
      async started(signal) {
        const startedAt = clock.now();
        const look = () => read(starting, startedAt);
        const { problems, notes } = await waitDrained(look, { ...limits, startedAt }, { clock, signal });
        notes.forEach(note);
        if (problems.length === 0) return undefined;
        return `${problems.join('; ')}. It was waited ${limits.waitMs / 1000} s for it (failover.backlog.wait)`;
      },
    }),
  };
}

async function sourcesIn(
  name: string,
  { consumers }: Pick<StoredPlan, 'consumers'>,
  { targets, instances }: Environment,
  { aws }: RunContext,
): Promise<readonly BacklogSource[]> {
  const target = targets.find((one) => one.name === name);
  if (target === undefined) return [];
  const stacks = instances.filter((instance) => instance.target.name === name).map(({ stack }) => stack.stackName);
  const marked = (consumers?.targets[name] ?? []).filter(({ kind }) => kind === 'mapping').map(({ id }) => id);
  return mappedSources(aws.session(target), stacks, marked);
}

async function namedQueues(
  returning: string,
  queues: readonly string[],
  environment: Environment,
  context: RunContext,
): Promise<readonly BacklogSource[]> {
  if (environment.failover === undefined || queues.length === 0) return [];
  const resolve = await planValues(environment, environment.failover, [], context);
  return queues.map((text) => {
    const value = resolve(text, returning);
    if (value !== undefined) return namedQueue(value, returning);
    throw new UserError('failback-backlog', `failover.backlog names ${text}, which is not known in ${returning}`, {
      fix: [`Deploy to ${returning}, or correct failover.backlog.queues.`],
    });
  });
}

async function readAll(
  sources: readonly BacklogSource[],
  { targets }: Environment,
  { aws, clock }: RunContext,
  startedAt?: number,
): Promise<readonly BacklogReading[]> {
  const readings = sources.map((source) => {
    const target = targets.find(({ name }) => name === source.target);
    return target === undefined ? [] : [readSource(source, aws.session(target), clock.now(), startedAt)];
  });
  return Promise.all(readings.flat());
}
