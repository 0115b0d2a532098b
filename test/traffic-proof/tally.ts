/** What one request of a user came to. Times are milliseconds since the epoch. */
export interface Answer {
  readonly region: string;
  /** Id of the release that answered. */
  readonly release: string;
  /** 0: the connection broke, or there was no answer. */
  readonly status: number;
  /** When the user began. */
  readonly at: number;
  /** When the record sets were read that led here. */
  readonly resolvedAt: number;
  readonly answeredAt: number;
  /** What broke. */
  readonly reason?: string;
}

export interface Count {
  answers: number;
  errors: number;
}

/** All answers, and their counts by region and release as they come. */
export interface Tally {
  readonly answers: readonly Answer[];
  add(answer: Answer): void;
  of(region: string, release: string): Readonly<Count>;
}

export function isError({ status }: Pick<Answer, 'status'>): boolean {
  return status < 200 || status >= 300;
}

export function createTally(): Tally {
  const answers: Answer[] = [];
  const counts = new Map<string, Count>();
  const countOf = (region: string, release: string): Count => {
    const key = `${region} ${release}`;
    const known = counts.get(key) ?? { answers: 0, errors: 0 };
    counts.set(key, known);
    return known;
  };
  return {
    answers,
    of: countOf,
    add(answer) {
      answers.push(answer);
      const count = countOf(answer.region, answer.release);
      count.answers += 1;
      if (isError(answer)) count.errors += 1;
    },
  };
}

/** Counts by region, then by release, of the answers to requests that were begun in a span of time. */
export function countsBetween(
  answers: readonly Answer[],
  from: number,
  to: number,
): Readonly<Record<string, Readonly<Record<string, Count>>>> {
  const found: Record<string, Record<string, Count>> = {};
  for (const answer of answers) {
    if (answer.at < from || answer.at > to) continue;
    found[answer.region] ??= {};
    const releases = found[answer.region] ?? {};
    releases[answer.release] ??= { answers: 0, errors: 0 };
    const count = releases[answer.release];
    if (count === undefined) continue;
    count.answers += 1;
    if (isError(answer)) count.errors += 1;
  }
  return found;
}
