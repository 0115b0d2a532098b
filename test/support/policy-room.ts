import { CloudFormationClient, UpdateTerminationProtectionCommand } from '@aws-sdk/client-cloudformation';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { expect } from '@jest/globals';
import { type Cloud, type FaultRule, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import type { PlainApp } from './plain-app.ts';
import { type Asked, type Policy, takeAsked, unneeded } from './policy-proof.ts';
import { type ProductRun, runCli } from './run-product.ts';

/** A target: the account and region that its name stands for. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** What a policy is printed of. */
export interface Printed {
  readonly command: string;
  /** Further arguments of its runs, and of printing its policy. */
  readonly args?: readonly string[];
  /** `multi-region.yml`, without roles; its last line belongs to the one environment. */
  readonly config: string;
  /** Variables that its runs get besides. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Expected {
  /** Default 0. */
  readonly exitCode?: number;
  /** In the output. */
  readonly shows?: string | RegExp;
  /** In force during the run. */
  readonly fault?: FaultRule;
  /** Whether `sam` is on the PATH. Default false. */
  readonly withSam?: boolean;
  /** The run is killed when its output has this. */
  readonly killAt?: string;
}

/** A local AWS that checks permissions, with a role for each printed policy in every account that can do nothing else. */
export interface PolicyRoom<Name extends string> extends AsyncDisposable {
  readonly cloud: Cloud;
  readonly app: PlainApp;
  policyOf(name: Name): Policy;
  /** A run for which the printed policy must be enough: nothing is refused on the way, not even quietly. */
  scenario(name: Name, args: readonly string[], expected?: Expected): Promise<ProductRun>;
  /** A run as another role than that of the printed policy. */
  runAs(
    role: string,
    name: Name,
    args: readonly string[],
    how?: Pick<Expected, 'withSam' | 'killAt'>,
  ): Promise<ProductRun>;
  /** Parts of the printed policy that no scenario so far needed. */
  unneeded(name: Name): Promise<readonly string[]>;
  /** Operations called since the last scenario began. */
  called(): readonly string[];
  setParameter(name: string, value: string): Promise<void>;
  /** Turns the termination protection of a stack off, as a person would. */
  unprotect(stackName: string, place: Place): Promise<void>;
}

/** An upload of more than one part that fails half-way. */
export const LOST_UPLOAD: FaultRule = { service: 's3', action: 'UploadPart', kind: 'access-denied' };
/** A region where CloudFormation does not know DescribeEvents. */
export const OLDER_REGION: FaultRule = {
  service: 'cloudformation',
  action: 'DescribeEvents',
  kind: 'unknown-operation',
};

/** @param known what is printed; or how it is found, where configurations name what has to be made first */
export async function openPolicyRoom<Name extends string>(
  app: PlainApp,
  places: readonly Place[],
  known: Readonly<Record<Name, Printed>> | ((cloud: Cloud) => Promise<Readonly<Record<Name, Printed>>>),
): Promise<PolicyRoom<Name>> {
  const regions = [...new Set(places.map(({ region }) => region))];
  const accounts = [...new Set(places.map(({ account }) => account))];
  // A local AWS that outlives a failed start would keep the test runner from ending.
  await using opened = new AsyncDisposableStack();
  opened.use(app);
  const cloud = opened.use(await startCloud({ regions, accounts, auth: true }));
  const printed = typeof known === 'function' ? await known(cloud) : known;
  const asked = new Map<Name, readonly Asked[]>();
  const policies = new Map<Name, Policy>();
  const policyOf = (name: Name): Policy => {
    const policy = policies.get(name);
    if (policy === undefined) throw new Error(`no policy was printed of ${name}`);
    return policy;
  };

  const trust = {
    Statement: [{ Effect: 'Allow', Principal: { Service: 'cloudformation.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  for (const account of accounts) await cloud.createRole(account, 'cfn', { trust });
  for (const name of Object.keys(printed) as Name[]) {
    const policy = await print(printed[name], app);
    policies.set(name, policy);
    for (const account of accounts) await cloud.createRole(account, `only-${name}`, { policies: [policy] });
  }

  const root = ({ account, region }: Place) => ({
    ...clientOptions(cloud, region),
    credentials: { accessKeyId: account, secretAccessKey: 'any' },
  });

  const runAs: PolicyRoom<Name>['runAs'] = (role, name, args, { withSam = false, killAt } = {}) => {
    const { command, config, env: more, args: own = [] } = printed[name];
    app.write('multi-region.yml', `${config}    role-to-assume: ${role}\n`);
    // Outside CI a run sees at once that the one before was killed, and does not wait for its lease.
    const env = { ...cloud.githubEnv(), CI: '', SAM_CLI_POLL_DELAY: '0.2', ...more };
    return runCli([command, ...own, ...args], {
      cwd: app.folder,
      env,
      withSam,
      onStart: ({ kill, onOutput }) =>
        onOutput((text) => void (killAt !== undefined && text.includes(killAt) && kill('SIGKILL'))),
    });
  };

  const parts = opened.move();
  return {
    cloud,
    app,
    policyOf,
    runAs,
    async scenario(name, args, { exitCode = 0, shows = '', fault, ...how } = {}) {
      cloud.clearCalls();
      const stop = fault && cloud.fault(fault);
      const run = await runAs(`only-${name}`, name, args, how);
      stop?.();
      const denied = cloud.deniedCalls.filter((call) => call.fault === undefined).map((call) => call.errorMessage);
      const all = await takeAsked(cloud, `only-${name}`);
      const refused = all.filter(({ allowed }) => !allowed).map(({ action, resource }) => `${action} ${resource}`);
      const output = `${run.stdout}${run.stderr}`;
      const ended = run.exitCode === exitCode ? { exitCode } : { exitCode: run.exitCode, output };
      expect({ name, args, denied, refused, ended }).toEqual({
        name,
        args,
        denied: [],
        refused: [],
        ended: { exitCode },
      });
      expect(output).toMatch(shows);
      asked.set(name, [...(asked.get(name) ?? []), ...all]);
      return run;
    },
    unneeded: (name) => unneeded(cloud, policyOf(name), asked.get(name) ?? []),
    called: () => cloud.calls.map(({ action }) => action),
    async setParameter(name, value) {
      for (const place of places) {
        const client = new SSMClient(root(place));
        await client.send(new PutParameterCommand({ Name: name, Value: value, Type: 'String', Overwrite: true }));
        client.destroy();
      }
    },
    async unprotect(StackName, place) {
      const client = new CloudFormationClient(root(place));
      await client.send(new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }));
      client.destroy();
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

async function print({ command, config, args = [] }: Printed, app: PlainApp): Promise<Policy> {
  app.write('multi-region.yml', config);
  const { exitCode, stdout, stderr } = await runCli(['policy', command, ...args], {
    cwd: app.folder,
    env: {},
    withSam: false,
  });
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Policy;
}
