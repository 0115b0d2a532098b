import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeConfiguration } from './application.ts';
import { peerInputs } from './peer.ts';

/** What to start, in which environment. */
export interface Command {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface Job {
  readonly regions: readonly string[];
  readonly stackName: string;
  readonly template: string;
  /** For files of this contender alone. */
  readonly folder: string;
}

/** Somebody who can bring the built application to regions. */
export interface Contender {
  readonly name: string;
  readonly text: string;
  /** Takes one region after the other. */
  readonly sequential: boolean;
  command(job: Job): Promise<Command>;
}

export interface Tools {
  readonly node: string;
  readonly bundle: string;
  readonly sam: string;
  /** Checkout of aws-cloudformation-github-deploy. */
  readonly cfd?: string;
}

const TUNED = { SAM_CLI_POLL_DELAY: '0.2' };

export function contenders(tools: Tools): readonly Contender[] {
  return [
    ours(tools, 'ours', 'this project, all regions in one wave', true),
    ours(tools, 'ours-waves', 'this project, the first region alone, then the others', false),
    loop(tools, 'sequential', 'sam package && sam deploy, one region after the other', false, {}),
    loop(tools, 'sequential-tuned', 'the same with SAM_CLI_POLL_DELAY=0.2', false, TUNED),
    loop(tools, 'parallel', 'sam package && sam deploy, all regions at once', true, {}),
    loop(tools, 'parallel-tuned', 'the same with SAM_CLI_POLL_DELAY=0.2', true, TUNED),
    ...(tools.cfd === undefined ? [] : [githubDeploy(tools, tools.cfd)]),
  ];
}

function ours({ node, bundle }: Tools, name: string, text: string, oneWave: boolean): Contender {
  return {
    name,
    text,
    sequential: false,
    command: async (job) => {
      const config = await writeConfiguration({ ...job, oneWave });
      return { args: [node, bundle, 'deploy', '--config', config, '--build', 'never', '--yes'], env: {} };
    },
  };
}

function loop(tools: Tools, name: string, text: string, parallel: boolean, env: Command['env']): Contender {
  return {
    name,
    text,
    sequential: !parallel,
    command: async (job) => {
      const one = (region: string) => [
        `${samPackage(tools, job, region)} &&`,
        `${tools.sam} deploy --template-file packaged-${region}.yaml --stack-name ${job.stackName} --region ${region}`,
        '--resolve-s3 --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND --no-fail-on-empty-changeset',
      ];
      return shell(
        job,
        name,
        job.regions.map((region) => one(region).join(' ')),
        parallel,
        env,
      );
    },
  };
}

/** The peer takes a packaged template and one region: `sam package` and its bundle for each. */
function githubDeploy(tools: Tools, cfd: string): Contender {
  return {
    name: 'github-deploy',
    text: 'sam package && aws-cloudformation-github-deploy, one region after the other',
    sequential: true,
    command: async (job) => {
      const output = join(job.folder, 'github-output');
      const inputs = peerInputs(job.stackName, job.folder, output);
      await writeFile(output, '');
      // A shell variable may not hold a hyphen: env(1) passes such names on.
      const assignments = Object.entries(inputs)
        .map(([name, value]) => `'${name}=${value}'`)
        .join(' ');
      const lines = job.regions.map((region) => {
        const run = `env ${assignments} INPUT_TEMPLATE=packaged-${region}.yaml AWS_REGION=${region} ${tools.node} ${cfd}/dist/index.js`;
        return `${samPackage(tools, job, region)} && ${run}`;
      });
      return shell(job, 'github-deploy', lines, false, {});
    },
  };
}

function samPackage({ sam }: Tools, { template }: Job, region: string): string {
  return `${sam} package --template-file ${template} --resolve-s3 --region ${region} --output-template-file packaged-${region}.yaml`;
}

async function shell(
  { folder }: Job,
  name: string,
  lines: readonly string[],
  parallel: boolean,
  env: Command['env'],
): Promise<Command> {
  const body = parallel
    ? [
        ...lines.map((line) => `{ ${line}; } & pids="$pids $!"`),
        'failed=0',
        'for pid in $pids; do wait $pid || failed=1; done',
        'exit $failed',
      ]
    : lines.map((line) => `{ ${line}; } || exit 1`);
  const script = join(folder, `${name}.sh`);
  await writeFile(script, [`cd ${folder}`, 'pids=""', ...body, ''].join('\n'));
  return { args: ['bash', script], env };
}
