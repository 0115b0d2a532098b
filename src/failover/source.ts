import type { Authority } from './plan.ts';

/** What an authoritative name server said of the public name. */
export interface SourceAnswer {
  /** Milliseconds since the epoch: when it was asked. */
  readonly at: number;
  /** Sorted; absent: no answer. */
  readonly answer?: readonly string[];
}

/** The public name at its source, where no cache and no TTL is in between. */
export interface SourceReport {
  readonly name: string;
  readonly servers: number;
  readonly asked: number;
  readonly answered: number;
  /** From T3 until they gave only what they gave at the end; `not measured` where they never gave anything else. */
  readonly settledSeconds: number | 'not measured';
  /** What they gave before T3, and at the end. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * @param actuated T3, milliseconds since the epoch; undefined: nothing was moved
 * @param endMs so long at the end answers count as those of the end: a weighted name gives several in turn
 */
export function sourceReport(
  { name, servers }: Authority,
  answers: readonly SourceAnswer[],
  actuated: number | undefined,
  endMs: number,
): SourceReport {
  const given = answers.flatMap(({ at, answer }) => (answer === undefined ? [] : [{ at, text: answer.join(' ') }]));
  const before = given.filter(({ at }) => actuated === undefined || at < actuated);
  const since = given.filter(({ at }) => actuated !== undefined && at >= actuated);
  const end = since.at(-1)?.at ?? 0;
  const final = new Set(since.filter(({ at }) => at > end - endMs).map(({ text }) => text));
  return {
    name,
    servers: servers.length,
    asked: answers.length,
    answered: given.length,
    settledSeconds: settled(before, since, final, actuated),
    before: distinct(before),
    after: [...final].sort(),
  };
}

type Given = readonly { readonly at: number; readonly text: string }[];

function settled(
  before: Given,
  since: Given,
  final: ReadonlySet<string>,
  actuated: number | undefined,
): SourceReport['settledSeconds'] {
  const other = [...before, ...since].some(({ text }) => !final.has(text));
  if (actuated === undefined || !other) return 'not measured';
  const last = since.findLastIndex(({ text }) => !final.has(text));
  const first = since[last + 1];
  return first === undefined ? 'not measured' : (first.at - actuated) / 1000;
}

function distinct(given: Given): readonly string[] {
  return [...new Set(given.map(({ text }) => text))].sort();
}
