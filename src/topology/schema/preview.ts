import { access } from './credentials.ts';
import { boolean, duration, list, map, object, text } from './dsl.ts';
import { targets } from './environment.ts';
import { LINE, STACK_KEY } from './patterns.ts';
import { settings, stackSettings } from './settings.ts';

const { 'termination-protection': _, 'rollback-alarms': __, drift: ___, ...previewSettings } = settings;

/** Where the previews of pull requests go, and how long they stay. */
export const preview = object({
  name: 'preview',
  description:
    'Previews of pull requests: the stacks of each get a name of their own, in an environment `pr-NUMBER` that exists as long as the pull request.',
  default: 'none: there are no previews',
  required: ['targets'],
  fields: {
    targets,
    only: list({
      description: 'Stacks that a preview has.',
      default: 'all',
      items: text({ description: 'Key of a stack.', pattern: STACK_KEY }),
      minItems: 1,
    }),
    'expires-after': duration({
      description: 'How long after the last push a preview stays although its pull request is open.',
      default: '7d',
      minimumMs: 3_600_000,
      maximumMs: 365 * 86_400_000,
    }),
    express: boolean({
      description:
        'Express mode of CloudFormation: an operation is over when everything is configured, before it is ready for traffic.',
      default: 'true',
    }),
    home: text({
      description: 'Target of the stacks with the scope `home` or `global`.',
      default: 'the first target',
      pattern: LINE,
    }),
    'config-env': text({ description: 'Table of samconfig.toml to read.', default: 'default', pattern: LINE }),
    ...access,
    ...previewSettings,
    stacks: map({
      description: 'Settings for single stacks in previews, by key.',
      default: 'none',
      keys: STACK_KEY,
      values: stackSettings,
    }),
  },
});
