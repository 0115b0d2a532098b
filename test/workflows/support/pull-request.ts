export interface PullRequestEvent {
  readonly action?: 'opened' | 'synchronize' | 'closed';
  /** Repository of its branch. */
  readonly head?: string;
  readonly author?: string;
  readonly branch?: string;
  readonly title?: string;
}

/** The event of pull request 7 of octo/orders. */
export function pullRequest({
  action = 'synchronize',
  head = 'octo/orders',
  author = 'mona',
  branch = 'change',
  title = 'A change',
}: PullRequestEvent = {}): Readonly<Record<string, unknown>> {
  return {
    action,
    number: 7,
    pull_request: {
      number: 7,
      title,
      state: action === 'closed' ? 'closed' : 'open',
      user: { login: author },
      base: { ref: 'main', repo: { full_name: 'octo/orders' } },
      head: { ref: branch, sha: 'c'.repeat(40), repo: { full_name: head } },
    },
  };
}
