import { afterEach } from '@jest/globals';
import type { AwsOptions } from '../../../../src/aws/index.ts';
import type { Target } from '../../../../src/topology/model.ts';
import { identity, session, stack } from './answers.ts';
import { awsAt, idToken } from './aws.ts';
import { type Answer, type Request, serve, type TestServer } from './server.ts';

export const HOUR = 3_600_000;
export const FAR = Date.UTC(2030, 0, 1);

/** What a job has that may ask for an ID token. */
export const JOB = {
  GITHUB_ACTIONS: 'true',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
};
const SUB = 'repo:octo/orders:ref:refs/heads/main';
export const TOKEN = idToken({
  sub: SUB,
  aud: 'sts.amazonaws.com',
  iss: 'https://token.actions.githubusercontent.com',
});

export interface Account {
  /** Where everything is allowed, unless `answer` says otherwise; closed after the test. */
  world(answer?: (request: Request, count: number) => Answer | undefined): Promise<TestServer>;
  readonly server: TestServer;
  /** What was sent to an action. */
  bodies(action: string): readonly URLSearchParams[];
}

/** One AWS account for each test of a file. */
export function useAccount(): Account {
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  const here = (): TestServer => {
    if (server === undefined) throw new Error('there is no world yet');
    return server;
  };
  return {
    async world(answer = () => undefined) {
      server = await serve((request, count) => answer(request, count) ?? usual(request, count));
      return server;
    },
    get server() {
      return here();
    },
    bodies: (action) =>
      here()
        .requests.filter((request) => request.action === action)
        .map(({ body }) => new URLSearchParams(body)),
  };
}

function usual({ action }: Request, count: number): Answer {
  if (action === 'GetCallerIdentity') return identity('111111111111');
  if (action === 'DescribeStacks') return stack('orders');
  return session(action, `ASIA${count}`, FAR);
}

/** What a target is refused with. */
export async function refusal(url: string, of: Target, options: Partial<AwsOptions> = {}) {
  try {
    await awsAt(url, options).aws.session(of).account();
  } catch (error) {
    return error as Error & { code: string; fix: readonly string[]; kind?: string };
  }
  throw new Error('nothing was refused');
}
