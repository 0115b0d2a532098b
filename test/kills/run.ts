import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { startCloud } from '../cloud/index.ts';
import { type KillPoint, killPoints, type NamedCall, runWatched } from '../support/kill-at-call.ts';
import { type RunOptions, runCli, runJson } from '../support/run-product.ts';

/**
 * Kills a rollout over two targets with SIGKILL before and after every call that it makes to AWS, and runs it again: a
 * good release must be everywhere, a bad one nowhere, and the rollout over. Takes minutes, so that it is not among the
 * tests (issue 4, "How it is proven").
 */
const { values } = parseArgs({
  options: {
    /** `good` or `bad`. */
    only: { type: 'string' },
    /** `before` or `after`. */
    when: { type: 'string' },
    /** Every how many-th point. */
    every: { type: 'string', default: '1' },
  },
});
const every = Number(values.every);
const regions = ['eu-west-1', 'eu-central-1'];
const account = '111111111111';
const AT_ONCE = 2;
/** A rollout that was killed, and a rollback that was, are over after so many runs. */
const MOST_RUNS = 3;

const template = (bad: boolean): string => `Conditions: { Central: !Equals [!Ref AWS::Region, eu-central-1] }
Parameters: { Mark: { Type: String } }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref Mark } }
${bad ? BROKEN : ''}
Outputs: { Mark: { Value: !Ref Mark } }
`;
const BROKEN = `  Broken:
    Type: AWS::CloudFormation::CustomResource
    Condition: Central
    Properties: { ServiceToken: "arn:aws:lambda:eu-central-1:${account}:function:not-there" }`;

const configuration = (stack: string): string => `application: ${stack}
stacks: { app: { template: template.yaml, stack-name: ${stack} } }
environments:
  prod:
    targets: [${regions.join(', ')}]
    on-failure: rollback-all
    gates: [{ name: passes, command: { run: ['true'], credentials: none }, when: [before, after] }]
`;

interface Scenario {
  readonly name: string;
  readonly bad: boolean;
  /** What every region has in the end. */
  readonly mark: string;
  readonly exitCode: number;
}

const scenarios: readonly Scenario[] = [
  { name: 'good', bad: false, mark: 'second', exitCode: 0 },
  { name: 'bad', bad: true, mark: 'first', exitCode: 1 },
];

await using cloud = await startCloud({ regions: [...regions, 'us-east-1'] });
let apps = 0;

/** An application of its own, at its first release, with the second one in its folder. */
async function application(scenario: Scenario): Promise<{ stack: string; options: RunOptions; dispose: () => void }> {
  apps += 1;
  const stack = `kill-${apps}`;
  const folder = mkdtempSync(join(tmpdir(), 'kills-'));
  const options: RunOptions = { cwd: folder, env: cloud.env(account), withSam: false };
  writeFileSync(join(folder, 'multi-region.yml'), configuration(stack));
  writeFileSync(join(folder, 'template.yaml'), template(false));
  const first = await runCli(['deploy', '--yes', '--parameters', 'Mark=first'], options);
  if (first.exitCode !== 0) throw new Error(`the first release failed:\n${first.stderr}`);
  writeFileSync(join(folder, 'template.yaml'), template(scenario.bad));
  return { stack, options, dispose: () => rmSync(folder, { recursive: true }) };
}

const second = ['deploy', '--yes', '--parameters', 'Mark=second'];

async function callsOf(scenario: Scenario): Promise<readonly NamedCall[]> {
  const { stack, options, dispose } = await application(scenario);
  const run = await runWatched(cloud, (watching) => runCli(second, watching), options);
  dispose();
  if (run.exitCode !== scenario.exitCode)
    throw new Error(`${scenario.name} ended with ${run.exitCode}:\n${run.stderr}`);
  return run.calls.map((call) => ({ ...call, kind: call.kind.replaceAll(stack, 'STACK') }));
}

/** What is wrong in the end; undefined: all is as it should be. */
async function trouble(scenario: Scenario, point: KillPoint): Promise<string | undefined> {
  const { stack, options, dispose } = await application(scenario);
  const at = { ...point, kind: point.kind.replaceAll('STACK', stack) };
  const killed = await runWatched(cloud, (watching) => runCli(second, watching), options, at);
  const said: string[] = [];
  for (let runs = 0; runs < MOST_RUNS; runs += 1) {
    const again = await runJson([...second, '--lock-wait', '0s'], options);
    said.push(`exit ${again.exitCode}, ${again.result.rollout?.course}: ${again.result.failure ?? ''}`);
    const over = again.result.rollout === undefined || again.result.rollout.course === 'closed';
    if (again.exitCode === scenario.exitCode && over) break;
  }
  const { result } = await runJson(['status'], options);
  const marks = result.stacks?.map(({ outputs }) => outputs['Mark']) ?? [];
  // CloudFormation restored the stack that failed: it is what it was.
  const whole = (status = ''): boolean => /^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(status);
  const good = result.stacks?.every((report) => whole(report.status) && report.heldBy === undefined);
  const over = result.rollout?.course === 'closed';
  dispose();
  // A call that a run does not make every time (a poll) may not come: then nothing was killed.
  if (good && over && marks.length === regions.length && marks.every((mark) => mark === scenario.mark))
    return undefined;
  return [
    `${scenario.name}: ${point.when} ${point.kind} #${point.count} (killed: ${killed.killed})`,
    ...said,
    JSON.stringify({ marks, good, rollout: result.rollout }),
  ].join('\n  ');
}

let failed = 0;
for (const scenario of scenarios.filter(({ name }) => values.only === undefined || values.only === name)) {
  const points = killPoints(await callsOf(scenario))
    .filter(({ when }) => values.when === undefined || values.when === when)
    .filter((_, index) => index % every === 0);
  const limit = pLimit(AT_ONCE);
  const troubles = await Promise.all(points.map((point) => limit(() => trouble(scenario, point))));
  for (const text of troubles) if (text !== undefined) console.log(text);
  const bad = troubles.filter((text) => text !== undefined).length;
  failed += bad;
  console.log(`${scenario.name} release: killed at ${points.length} points, ${points.length - bad} ended well`);
}
process.exitCode = failed === 0 ? 0 : 1;
