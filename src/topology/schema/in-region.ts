import { SHIFT_TYPES } from '../../template/shift-types.ts';
import { choice } from './dsl.ts';

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
