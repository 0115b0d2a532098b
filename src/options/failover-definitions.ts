import type { OptionDefinition } from './model.ts';

const failing = ['failover'] as const;
const moving = ['failover', 'failback', 'drill'] as const;

/** Options of a failover. */
export const failoverDefinitions = {
  plan: {
    kind: { type: 'string' },
    description:
      '`deploy`: id of a plan that `plan --keep-plan` kept; exactly that is executed, or refused when a target has moved since. Otherwise path of the failover plan that a deployment compiled (`dr-plan.json`); it needs nothing else.',
    default: 'for `failover` the copy in a region that survives, found by the configuration',
    commands: ['deploy', ...failing],
  },
  failover: {
    kind: { type: 'boolean' },
    description:
      '`plan`: look whether each target could take over, and say what is missing, instead of planning a deployment. `policy`: print what that needs, with `for: plan`.',
    commands: ['plan', 'policy'],
  },
  from: {
    kind: { type: 'string' },
    description: 'Target to leave where several others stay active, by its name or region; instead of `to`.',
    commands: [...failing, 'drill'],
  },
  reason: {
    kind: { type: 'string' },
    description: 'Why traffic is moved; recorded in the report and in every region that survives.',
    commands: moving,
  },
  incident: { kind: { type: 'string' }, description: 'Number or link of the incident; recorded.', commands: moving },
  confirm: {
    kind: { type: 'string' },
    description: 'The name of the target of `to` (or `from`) once more. On a terminal it is asked for.',
    commands: moving,
  },
  force: {
    kind: { type: 'boolean' },
    description:
      'Go on although another failover, to somewhere else, is under way, or the target that takes over is not ready: it had no release when the plan was compiled, or does not serve at its endpoint.',
    commands: failing,
  },
  graceful: {
    kind: { type: 'boolean' },
    description:
      'What is left is there: its writes and consumers stop first, replication is waited for, and until traffic moves everything can be undone. Without it nothing is asked of what is left, because it may be lost.',
    commands: failing,
  },
  fence: {
    kind: { type: 'boolean' },
    description:
      'Fence the targets that are left once users are served elsewhere, although `failover.fence` is not configured. Given for a failover that is done, it fences what did not answer then.',
    commands: failing,
  },
  'override-safety-rules': {
    kind: { type: 'list' },
    description: 'ARNs of safety rules of ARC that this failover may break; they are recorded with the reason.',
    commands: failing,
  },
  'report-folder': {
    kind: { type: 'string' },
    description: 'Folder that the report is written to.',
    default: '`failover-report`; `drill`: `drill-report`',
    commands: moving,
  },
  'dr-plan-file': {
    kind: { type: 'string' },
    description: 'Also write the failover plan that is compiled at the end here, for an artifact.',
    commands: ['deploy', 'promote', 'rollback'],
  },
} as const satisfies Record<string, OptionDefinition>;
