import { anything, boolean, choice, duration, integer, list, map, object, text, variant } from './dsl.ts';
import { pauseConsumers } from './in-region.ts';
import { FILE, LINE, PARAMETER_NAME, TAG_KEY, TAG_VALUE } from './patterns.ts';

const parameterMapping = map({
  name: 'parameterMapping',
  description:
    'Values by parameter name. Numbers and booleans are taken as written, a list becomes a comma-delimited one, ' +
    'and `file:PATH` is the content of that file.',
  keys: PARAMETER_NAME,
  values: variant({
    description: 'A value; it may hold references such as `${stacks.data.outputs.TableName}`.',
    forms: [
      text({ description: 'The value.', verbatim: true }),
      list({
        description: 'Items of a comma-delimited list.',
        items: text({ description: 'An item.', verbatim: true }),
      }),
    ],
  }),
});

const parameterFile = text({
  name: 'parameterFile',
  description:
    'A YAML or JSON file: a mapping of values, or a list of `{ParameterKey, ParameterValue}` as the AWS CLI takes.',
  pattern: FILE,
});

/** What may be said of a stack at every level: for all, for an environment, a region group, a target, and a stack in these. */
export const settings = {
  parameters: variant({
    name: 'parameters',
    description: 'Template parameters: a mapping, a file, or a list of both where the later ones win.',
    default: 'none; see missing-parameters',
    forms: [
      parameterFile,
      list({
        description: 'Files and mappings; later ones win.',
        items: variant({ description: 'A file or a mapping.', forms: [parameterFile, parameterMapping] }),
      }),
      parameterMapping,
    ],
  }),
  tags: map({
    name: 'tags',
    description: 'Stack tags; CloudFormation passes them on to the resources. Merged key by key over all levels.',
    default: 'none',
    keys: TAG_KEY,
    values: text({ description: 'The value of the tag.', verbatim: true, pattern: TAG_VALUE }),
  }),
  capabilities: list({
    name: 'capabilities',
    description: 'What the template may do. The most specific level that has it counts.',
    default: 'CAPABILITY_IAM and CAPABILITY_AUTO_EXPAND, which SAM needs',
    items: choice({
      description: 'A capability.',
      values: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
    }),
  }),
  'missing-parameters': choice({
    description:
      'What an update does with parameters that nobody gave a value: `keep` the deployed one, or the default of the template.',
    default: 'keep',
    values: ['keep', 'template-default'],
  }),
  'service-role': text({
    description:
      'Role that CloudFormation assumes for the stack: an ARN, or a name that is completed with the account.',
    default: 'none: CloudFormation uses the credentials of the target',
    pattern: LINE,
  }),
  'notification-arns': list({
    description:
      'SNS topics that get the stack events; at most five. `${target.region}` and `${target.account}` may stand in them.',
    default: 'none',
    items: text({ description: 'ARN of an SNS topic.', pattern: LINE }),
  }),
  'termination-protection': boolean({
    description: 'Protect the stack from deletion.',
    default: 'left as it is',
  }),
  'stack-policy': variant({
    description: 'Stack policy: `file:PATH` of a JSON or YAML file, or the policy itself.',
    default: 'left as it is',
    forms: [text({ description: 'A file.', pattern: FILE }), anything({ description: 'The policy.' })],
  }),
  'rollback-alarms': object({
    name: 'rollbackAlarms',
    description:
      'CloudWatch alarms that make CloudFormation roll the stack back when one goes off during the operation.',
    default: 'none',
    required: ['alarms'],
    fields: {
      alarms: list({
        description: 'Alarms: at most five ARNs. `${target.region}` and `${target.account}` may stand in them.',
        items: text({ description: 'ARN of a metric or composite alarm.', pattern: LINE }),
      }),
      'monitoring-minutes': integer({
        description: 'How long CloudFormation watches after the stack is done.',
        default: '0',
        minimum: 0,
        maximum: 180,
      }),
    },
  }),
  'disable-rollback': boolean({
    description: 'Leave a failed stack as it is, to look at it, instead of rolling it back.',
    default: 'false',
  }),
  drift: choice({
    description: '`revert` undoes manual changes to resources of the stack with a drift-aware change set.',
    default: 'keep',
    values: ['keep', 'revert'],
  }),
  'pause-consumers': pauseConsumers,
  timeout: duration({
    description: 'Time limit of one stack operation. Passing it is a failure.',
    default: '1h',
    minimumMs: 60_000,
    maximumMs: 86_400_000,
  }),
  'artifact-bucket': text({
    description: 'Bucket for the code, by target: `${region}`, `${account}` and `${partition}` may stand in the name.',
    default: "SAM's managed bucket, made if absent",
    pattern: LINE,
  }),
  'artifact-prefix': text({ description: 'Key prefix in the bucket.', default: 'none', pattern: LINE }),
} as const;

/** Settings of one stack in one environment, region group or target. */
export const stackSettings = object({
  name: 'stackSettings',
  description: 'Settings for one stack at this level.',
  emptyAllowed: true,
  fields: settings,
});
