import { SHIFT_TYPES } from '../../template/shift-types.ts';
import { boolean, choice, list, variant } from './dsl.ts';

/** Switches off what a wider level says. */
export const NO_SHIFT = 'none';

/** Said of a stack, an environment, or a stack in an environment: one release goes to all targets, so never of a target. */
export const inRegion = choice({
  name: 'inRegion',
  description:
    'How CodeDeploy moves the traffic of functions that publish an alias (`AutoPublishAlias`) and have no `DeploymentPreference` of their own: it is added to the copy of the template that is packaged. `none` switches it off again.',
  default: 'none: they switch to new code at once',
  values: [...SHIFT_TYPES, NO_SHIFT],
});

/** What calls functions by itself and is switched off while its stack is updated. */
export const pauseConsumers = variant({
  name: 'pauseConsumers',
  description:
    'Disable what calls functions of the stack while it is updated, and enable it afterwards. Those that were disabled before stay so.',
  default: 'false',
  forms: [
    boolean({
      description: '`true`: event source mappings (queues, streams), which keep what arrives meanwhile.',
    }),
    list({
      description: 'These kinds. What rules and schedules of EventBridge would have sent meanwhile is lost.',
      items: choice({ description: 'A kind of consumer.', values: ['mappings', 'rules', 'schedules'] }),
    }),
  ],
});
