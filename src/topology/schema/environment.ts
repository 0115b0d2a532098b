import { access } from './credentials.ts';
import { amount, choice, integer, list, map, object, text, variant } from './dsl.ts';
import { failover } from './failover.ts';
import { gateFields } from './gates.ts';
import { inRegion } from './in-region.ts';
import { ENVIRONMENT, LINE, NAME, STACK_KEY, STACK_NAME } from './patterns.ts';
import { settings, stackSettings } from './settings.ts';
import { traffic } from './traffic.ts';

const perStack = map({
  name: 'perStack',
  description: 'Settings for single stacks, by key.',
  default: 'none',
  keys: STACK_KEY,
  values: stackSettings,
});

const regionName = text({ name: 'regionName', description: 'A region, such as `eu-west-1`.', pattern: LINE });

export const target = object({
  name: 'target',
  description: 'One account and region to deploy to.',
  emptyAllowed: true,
  fields: {
    region: text({ description: 'Region of the target.', default: 'the name of the target', pattern: LINE }),
    ...access,
    weight: integer({
      description: 'Share of traffic of the target while no rollout is under way.',
      default: 'none',
      minimum: 0,
      maximum: 255,
    }),
    ...settings,
    stacks: perStack,
  },
});

export const regionGroups = map({
  name: 'regionGroups',
  description:
    'Names for sets of regions; they may stand in `targets` and in `waves`, and may carry settings for their targets.',
  default: 'none',
  keys: NAME,
  values: variant({
    description: 'Regions (or names of targets), alone or with settings for them.',
    forms: [
      list({ description: 'Regions or names of targets.', items: regionName, minItems: 1 }),
      object({
        name: 'regionGroup',
        description: 'A region group with settings.',
        required: ['regions'],
        fields: {
          regions: list({ description: 'Regions or names of targets.', items: regionName, minItems: 1 }),
          ...access,
          ...settings,
          stacks: perStack,
        },
      }),
    ],
  }),
});

const limits = {
  'max-concurrency': amount({
    description: 'Targets of a wave at once: a count, or a percentage that rounds down, to at least one.',
    default: '100%',
    minimum: 1,
  }),
  'failure-tolerance': amount({
    description: 'Targets of a wave that may fail before the rollout stops: a count, or a percentage that rounds down.',
    default: '0',
    minimum: 0,
  }),
} as const;

const waves = variant({
  name: 'waves',
  description: 'Targets deployed together, in order. `sequential`: one target after the other.',
  default: 'the first target alone, then the others together',
  forms: [
    choice({ description: 'One target after the other.', values: ['sequential'] }),
    list({
      description: 'Waves, in order. Every target is in exactly one.',
      minItems: 1,
      items: object({
        name: 'wave',
        description: 'Targets deployed together.',
        required: ['targets'],
        fields: {
          name: text({ description: 'Name of the wave.', default: 'wave-1, wave-2 …', pattern: NAME }),
          targets: list({
            description: 'Names of targets or of region groups.',
            items: text({ description: 'A name.', pattern: LINE }),
          }),
          ...limits,
          environment: text({
            description: 'GitHub environment of this wave where it differs from that of the rollout.',
            default: 'the name of the environment',
            pattern: ENVIRONMENT,
          }),
          ...gateFields,
        },
      }),
    }),
  ],
});

export const targets = variant({
  description: 'Targets by name, or a list of regions and region groups. The order counts.',
  forms: [
    list({ description: 'Regions and region groups.', items: regionName, minItems: 1 }),
    map({
      description:
        'Targets by name; the name is the region unless `region` says otherwise. A region group is all its regions.',
      keys: NAME,
      values: target,
      minItems: 1,
    }),
  ],
});

/** What an environment says of single stacks. */
const environmentStacks = map({
  description: 'Settings for single stacks in this environment, by key.',
  default: 'none',
  keys: STACK_KEY,
  values: object({
    name: 'environmentStack',
    description: 'Settings for one stack in this environment.',
    emptyAllowed: true,
    fields: {
      'stack-name': text({
        description: 'Name of the CloudFormation stack in this environment.',
        default: 'that of the stack',
        pattern: STACK_NAME,
      }),
      'in-region': inRegion,
      ...settings,
    },
  }),
});

export const environment = object({
  name: 'environment',
  description: 'A set of targets and how to roll out to them.',
  required: ['targets'],
  fields: {
    targets,
    ...gateFields,
    'region-groups': regionGroups,
    waves,
    ...limits,
    home: text({
      description: 'Target of the stacks with the scope `home` or `global`.',
      default: 'the first target',
      pattern: LINE,
    }),
    edge: object({
      name: 'edge',
      description: 'Account and credentials of stacks with the scope `edge` where they are not those of home.',
      default: 'those of home',
      fields: access,
    }),
    engine: choice({
      description:
        '`changeset`: CloudFormation change sets; `sam`: `sam package` and `sam deploy` per target, as they are.',
      default: 'changeset',
      values: ['changeset', 'sam'],
      reserved: ['stackset'],
    }),
    'config-env': text({
      description: 'Table of samconfig.toml to read.',
      default: 'default',
      pattern: LINE,
    }),
    'in-region': inRegion,
    ...access,
    ...settings,
    stacks: environmentStacks,
    traffic,
    'on-failure': choice({
      description:
        'What becomes of the stacks that a failed rollout reached. `rollback-all`: all of them return to the release they had before; `rollback-wave`: those of the wave that failed; `stop`: CloudFormation restores the stack that failed, the others stay as they are.',
      default: 'stop',
      values: ['rollback-all', 'rollback-wave', 'stop'],
    }),
    failover,
  },
});
