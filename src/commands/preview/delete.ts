import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { GitHub } from '../../github/model.ts';
import type { Options } from '../../options/values.ts';
import { createAnnouncer } from '../../preview/announce.ts';
import { whyNotOf } from '../../preview/owner.ts';
import type { RunResult } from '../../report/run-result.ts';
import { instanceResult } from '../../rollout/results.ts';
import { environmentOf } from '../environment.ts';
import { runResult } from '../result.ts';
import { tellStart } from '../tell-start.ts';
import { forgottenStacks, withForgotten } from './forgotten.ts';
import { logUrlOf } from './log-url.ts';
import { removePreviewStacks } from './remove-stacks.ts';
import type { PreviewSubject } from './request.ts';

/** Deletes the stacks of a preview in all its targets. What is gone already stays gone: twice is once. */
export async function deletePreview(
  { repository, pull, request }: PreviewSubject,
  gitHub: GitHub | undefined,
  startedAt: number,
  options: Options,
  context: RunContext,
): Promise<RunResult> {
  const { environment, whole } = await environmentOf(options, context, { templates: false, preview: request });
  const planned = options['dry-run'] === true;
  tellStart('preview', environment, planned, context);
  const forgotten = await forgottenStacks(whole, context);
  const leaving = [...environment.instances, ...forgotten].toReversed();
  const stacks = leaving.map(({ id, stack }) => `${stack.stackName} (${id})`).join(', ');
  if (planned) {
    const outcome = { state: 'no-change', reason: 'would be deleted', failures: [], fix: [], outputs: {} } as const;
    const instances = leaving.map((instance) => instanceResult(instance, { name: 'delete' }, outcome));
    return runResult(environment, { command: 'preview', startedAt, instances, planned }, context);
  }
  if (!(await context.confirm(`Delete ${stacks} with all they hold?`)))
    throw new UserError('declined', 'nothing was deleted', { fix: ['Answer y, or add --yes.'] });
  const owner = { repository, application: environment.application, number: pull.number };
  const instances = await removePreviewStacks(
    {
      command: 'preview',
      leaving,
      environment: withForgotten(whole, forgotten),
      whyNot: (stack) => whyNotOf(stack, owner),
    },
    options,
    context,
  );
  const { application } = environment;
  const announced = { number: pull.number, application, ...logUrlOf(context) };
  await createAnnouncer(announced, { gitHub, report: context.report }).deleted(instances);
  return runResult(environment, { command: 'preview', startedAt, instances }, context);
}
