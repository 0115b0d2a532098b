/**
 * Every option, declared once. The action's inputs (`action.yml`), the command line's flags, `--help` and the
 * reference page are all made from this list.
 */

import { canaryOptions } from './canary-options.ts';
import { credentialOptions } from './credential-options.ts';
import { drillDefinitions } from './drill-definitions.ts';
import { failoverDefinitions } from './failover-definitions.ts';
import { approvalOptions, checkOption, gitHubOptions, roleOption, tokenOption } from './github-options.ts';
import { keptPlanOptions } from './kept-plan-options.ts';
import { type CommandName, commands, type OptionDefinition, onAws } from './model.ts';
import { outcomeOptions } from './outcome-options.ts';
import { pauseOptions } from './pause-options.ts';
import { previewOptions } from './preview-options.ts';
import { setupDefinitions } from './setup-definitions.ts';
import { trafficDefinitions } from './traffic-definitions.ts';
import { waveOptions } from './wave-options.ts';

const all = commands;
/** Commands on an environment that is written in the configuration: that of a preview is not. */
const onEnvironments = commands.filter((name) => name !== 'preview' && name !== 'cleanup');
/** `bootstrap` takes what to deploy where from a configuration alone. */
const withoutFile = commands.filter((name) => name !== 'bootstrap');
const releasing = ['deploy', 'plan'] as const;
/** `promote` deploys what an earlier `deploy` left: it takes the same values. */
const rollingOut = ['deploy', 'plan', 'promote'] as const;
const writing = ['deploy', 'plan', 'promote', 'remove', 'preview', 'cleanup'] as const;
/** What makes or changes a stack with values of its own. */
const giving = [...rollingOut, 'preview'] as const;
const shifting = ['shift'] as const;
/** Commands that mean the whole environment. */
const wholeOnly: ReadonlySet<CommandName> = new Set(['failover', 'failback', 'drill']);

export const definitions = {
  config: {
    kind: { type: 'string' },
    description:
      'Path of `multi-region.yml`. Without it and without `regions`, `multi-region.yml` in the working directory is used when it is there.',
    commands: all,
  },
  environment: {
    kind: { type: 'string' },
    description: 'Environment of the configuration file.',
    default: 'the only one there is',
    commands: onEnvironments,
  },
  regions: {
    kind: { type: 'list' },
    description:
      'Regions to deploy to, when there is no configuration file: the first alone, then the others together. `cleanup` looks in them as well as in those of the configuration.',
    commands: withoutFile,
  },
  'role-to-assume': {
    kind: { type: 'string' },
    description:
      'ARN of the IAM role to assume in every target (a bare name is completed with the account of the target).',
    commands: [...onAws, 'bootstrap'],
  },
  'stack-name': {
    kind: { type: 'string' },
    description: 'Name of the stack, when there is no configuration file. An existing stack is adopted by naming it.',
    default: '`stack_name` of `samconfig.toml`',
    commands: all,
  },
  template: {
    kind: { type: 'string' },
    description: 'The SAM template, built or not, packaged or not.',
    default: '`template.yaml`',
    commands: withoutFile,
  },
  for: {
    kind: { type: 'choice', choices: onAws },
    description: 'The command whose policy is printed. On the command line it may stand behind `policy` as well.',
    default: '`deploy`',
    commands: ['policy'],
  },
  parameters: {
    kind: { type: 'pairs' },
    description:
      'Template parameters as `Key=value` lines, or `file:PATH` of a YAML or JSON file. They win over the configuration file. `rollback`: only secret values that have changed since.',
    commands: [...giving, 'rollback', 'bootstrap'],
  },
  tags: {
    kind: { type: 'pairs' },
    description: 'Stack tags as `Key=value` lines. They win over the configuration file.',
    commands: giving,
  },
  capabilities: {
    kind: { type: 'list' },
    description: 'Capabilities that CloudFormation asks for.',
    default: '`CAPABILITY_IAM`, `CAPABILITY_NAMED_IAM` and `CAPABILITY_AUTO_EXPAND`',
    commands: giving,
  },
  'missing-parameters': {
    kind: { type: 'choice', choices: ['keep', 'template-default'] },
    description:
      'What an update does with parameters that got no value: `keep` the deployed one, or take the `template-default`.',
    default: '`keep`',
    commands: giving,
  },
  'config-env': {
    kind: { type: 'string' },
    description: 'Table of `samconfig.toml` to read.',
    default: '`default`',
    commands: giving,
  },
  targets: {
    kind: { type: 'list' },
    description: 'Only these targets.',
    default: 'all',
    commands: onAws.filter((name) => name !== 'shift' && !wholeOnly.has(name)),
  },
  without: {
    kind: { type: 'list' },
    description: 'Leave these targets or regions out from the start, for example one that is lost.',
    commands: onAws.filter((name) => !wholeOnly.has(name)),
  },
  ...waveOptions(rollingOut),
  engine: {
    kind: { type: 'choice', choices: ['changeset', 'sam'] },
    description:
      '`changeset`: reviewed CloudFormation change sets. `sam`: literal `sam package` and `sam deploy` in every target.',
    default: '`changeset`',
    commands: [...releasing, 'policy'],
  },
  build: {
    kind: { type: 'choice', choices: ['auto', 'never'] },
    description:
      'Whether to run `sam build`: `auto` builds unless the template is built or packaged already; `never` takes what an earlier `sam build` made.',
    default: '`auto`',
    commands: [...releasing, 'preview'],
  },
  release: {
    kind: { type: 'string' },
    description:
      'Id of a release made earlier, instead of building one. For `verify` the release that must be deployed: `${release}` in gates.',
    commands: [...releasing, 'verify', 'preview'],
  },
  'look-back': {
    kind: { type: 'duration' },
    description: 'How far back gates look that judge a time: the history of alarms, metrics.',
    default: 'the bake time, or `5m`',
    commands: ['verify'],
  },
  'allow-no-gates': {
    kind: { type: 'boolean' },
    description: 'An environment without gates passes. Without this it is refused, because nothing was asked.',
    commands: ['verify'],
  },
  'plan-file': {
    kind: { type: 'string' },
    description:
      '`plan` keeps its change sets and writes the plan here; `deploy` executes exactly that plan and refuses when a target has moved since.',
    commands: releasing,
  },
  ...keptPlanOptions,
  ...pauseOptions,
  'allow-older': {
    kind: { type: 'boolean' },
    description: 'Deploy although a newer commit or workflow run was deployed last.',
    commands: ['deploy'],
  },
  supersede: {
    kind: { type: 'boolean' },
    description:
      'Take the place of a rollout of another release that is still open. Without it such a rollout keeps a deployment out.',
    commands: ['deploy'],
  },
  'override-alarms': {
    kind: { type: 'string' },
    description:
      'Why it is deployed although alarms of its gates are in ALARM already, such as the fix for what they tell. The reason is in the verdicts.',
    commands: ['deploy', 'promote'],
  },
  'artifact-bucket': {
    kind: { type: 'string' },
    description: 'Name of the bucket of each target, with `${region}` and `${account}`.',
    default: "SAM's managed bucket of the target",
    commands: [...writing, 'rollback', 'policy'],
  },
  'service-role': {
    kind: { type: 'string' },
    description: 'ARN of the service role that CloudFormation uses.',
    commands: [...writing, 'policy'],
  },
  'disable-rollback': {
    kind: { type: 'boolean' },
    description: 'Leave a failed stack as it is, for inspection.',
    commands: giving,
  },
  timeout: {
    kind: { type: 'duration' },
    description: 'Longest time for one stack. Passing it is a failure.',
    default: '`60m`',
    commands: [...writing, 'rollback'],
  },
  'lock-wait': {
    kind: { type: 'duration' },
    description: 'How long to wait for another run that holds a target; `0s` refuses at once.',
    default: '`10m`',
    commands: [...writing, ...shifting, 'rollback', 'failback', 'drill', 'abort'],
  },
  ...credentialOptions,
  'dry-run': {
    kind: { type: 'boolean' },
    description: 'Show what would happen; no change set and no empty stack stays behind. For `cleanup` the default.',
    commands: [
      'deploy',
      'promote',
      'abort',
      'remove',
      'shift',
      'rollback',
      'failover',
      'failback',
      'drill',
      'preview',
      'cleanup',
      'bootstrap',
    ],
  },
  ...trafficDefinitions,
  to: {
    kind: { type: 'string' },
    description:
      '`shift`: target that gets `percent` of all traffic. `failover`: the only target that is active afterwards, by its name or region. `failback`: the target that returns; by default the only one that is not active. `drill`: the only target that is active meanwhile. `rollback`: id or commit of the release to return to, or `previous`.',
    commands: [...shifting, 'rollback', 'failover', 'failback', 'drill'],
  },
  'accept-data-loss': {
    kind: { type: 'boolean' },
    description: 'A rollback may delete or replace resources that hold data, and remove replicas.',
    commands: ['deploy', 'rollback'],
  },
  'delete-stacks': {
    kind: { type: 'boolean' },
    description: 'Delete the stacks of the removed targets too; without it they are kept.',
    commands: ['remove'],
  },
  'fail-on-changes': {
    kind: { type: 'boolean' },
    description: 'End with status 1 when the plan holds a change, for a drift check.',
    commands: ['plan'],
  },
  'junit-file': {
    kind: { type: 'string' },
    description:
      'Writes the result as JUnit XML here: a test case for each stack of each target, and for each verdict of a gate.',
    commands: [...writing, 'rollback', 'verify'],
  },
  'mask-aws-account-id': {
    kind: { type: 'boolean' },
    description: 'Hide account ids in logs. GitHub then also drops outputs that hold one.',
    commands: onAws,
  },
  output: {
    kind: { type: 'choice', choices: ['text', 'json', 'jsonl'] },
    description: '`json`: one document at the end; `jsonl`: a line for each event.',
    default: '`text`',
    commands: all,
    only: 'cli',
  },
  yes: {
    kind: { type: 'boolean' },
    description: 'Do not ask.',
    commands: ['deploy', 'promote', 'abort', 'remove', 'shift', 'rollback', 'preview', 'cleanup', 'bootstrap'],
    only: 'cli',
  },
  ...approvalOptions(releasing),
  ...gitHubOptions,
  ...outcomeOptions,
  ...checkOption,
  ...roleOption(onAws),
  ...tokenOption(all),
  ...canaryOptions,
  ...failoverDefinitions,
  ...drillDefinitions,
  ...previewOptions,
  'working-directory': {
    kind: { type: 'string' },
    description: 'Folder that paths start from.',
    default: 'the current folder (`.`)',
    commands: all,
  },
  ...setupDefinitions,
} as const satisfies Record<string, OptionDefinition>;

export type OptionName = keyof typeof definitions;
