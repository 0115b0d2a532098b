import { access } from './credentials.ts';
import { boolean, choice, type Infer, list, map, object, text } from './dsl.ts';
import { environment, regionGroups, type target } from './environment.ts';
import { inRegion } from './in-region.ts';
import { APPLICATION, ENVIRONMENT, LINE, STACK_KEY, STACK_NAME } from './patterns.ts';
import { preview } from './preview.ts';
import { settings } from './settings.ts';

const stack = object({
  name: 'stack',
  description: 'One template of the application.',
  emptyAllowed: true,
  fields: {
    template: text({
      description: 'Path of the SAM or CloudFormation template, from the folder of this file.',
      default: 'template.yaml, template.yml or template.json',
      pattern: LINE,
    }),
    'stack-name': text({
      description: 'Name of the CloudFormation stack. An existing stack is adopted by naming it.',
      default: 'that of samconfig.toml for a single stack, else application and key: `orders-api`',
      pattern: STACK_NAME,
    }),
    scope: choice({
      description:
        '`regional`: in every target; `home` and `global`: once, in the home target; `edge`: once, in us-east-1 or the like of the partition.',
      default: 'regional',
      values: ['regional', 'home', 'edge', 'global'],
    }),
    needs: list({
      description:
        'Stacks that are deployed before this one. Stacks whose outputs are referred to are added by themselves.',
      default: 'none',
      items: text({ description: 'Key of a stack.', pattern: LINE }),
    }),
    rollback: boolean({
      description:
        'Whether the stack returns with a rollback. Stacks that all regions share are left as they are unless this says so.',
      default: 'true for regional stacks, false for others',
    }),
    'in-region': inRegion,
    ...settings,
  },
});

/** `multi-region.yml`. */
export const configFile = object({
  description: 'Configuration of sam-multi-region: an application, its stacks, and the environments it is deployed to.',
  required: ['application', 'environments'],
  fields: {
    application: text({ description: 'Name of the application.', pattern: APPLICATION }),
    stacks: map({
      description: 'The templates of the application, by key.',
      default: 'one stack `app` with the template of the folder',
      keys: STACK_KEY,
      values: stack,
      minItems: 1,
    }),
    environments: map({
      description: 'Sets of targets and how to roll out to them, by name.',
      keys: ENVIRONMENT,
      values: environment,
      minItems: 1,
    }),
    preview,
    'region-groups': regionGroups,
    ...access,
    ...settings,
  },
});

export type ConfigFile = Infer<typeof configFile>;
export type ConfigStack = NonNullable<ConfigFile['stacks']>[string];
export type ConfigEnvironment = ConfigFile['environments'][string];
export type ConfigPreview = NonNullable<ConfigFile['preview']>;
export type ConfigTarget = Infer<typeof target>;
export type ConfigGroups = NonNullable<ConfigFile['region-groups']>;
export type ConfigSettings = Infer<ReturnType<typeof object<typeof settings>>>;
export type ConfigAccess = Infer<ReturnType<typeof object<typeof access>>>;
