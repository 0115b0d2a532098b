import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { parametersOutOfStep } from '../../failover/parameters-in-step.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import { createRecorder, type Recorder } from '../deploy/recorder.ts';
import { findStack } from '../stack-report.ts';

/**
 * Where the stacks of a target are not what those that serve are: another release, or parameters that differ although the
 * configuration does not say so. Asked of the stacks themselves: what an interrupted deployment left is in no plan.
 * @param serving targets that users are served by
 */
export async function stepProblems(
  returning: string,
  serving: readonly string[],
  environment: Environment,
  context: RunContext,
): Promise<readonly UserError[]> {
  const recorder = createRecorder({ application: environment.application, environment: environment.name }, context);
  const own = environment.instances.filter(({ target }) => target.name === returning);
  const pairs = own.flatMap((instance) => {
    const other = environment.instances.find(
      ({ stack, target }) => stack.key === instance.stack.key && serving.includes(target.name),
    );
    return other === undefined ? [] : [{ instance, other }];
  });
  const problems = await Promise.all(
    pairs.map(async ({ instance, other }) => {
      const [mine, theirs] = await Promise.all(
        [instance, other].map((one) => stackOf(one, environment, recorder, context)),
      );
      return mine === undefined || theirs === undefined ? [] : problemsOf(instance, other, mine, theirs);
    }),
  );
  return problems.flat();
}

type Found = NonNullable<Awaited<ReturnType<typeof stackOf>>>;

/** Undefined: there is no such stack; that its stacks are not all there is said of the whole target. */
async function stackOf(instance: StackInstance, environment: Environment, recorder: Recorder, context: RunContext) {
  const { cloudformation } = context.aws.session(instance.target);
  const [{ report }, stack] = await Promise.all([
    findStack(instance, environment, recorder, context),
    cloudformation.describeStack(instance.stack.stackName),
  ]);
  if (stack === undefined) return undefined;
  return { release: report.release?.id, why: report.difference, actual: stack.parameters };
}

function problemsOf(instance: StackInstance, other: StackInstance, mine: Found, theirs: Found): UserError[] {
  const problems: UserError[] = [];
  if (mine.release === undefined || mine.release !== theirs.release) {
    const told = ({ release, why }: Found): string => release ?? `one that nobody knows${why && ` (${why})`}`;
    const message = `${instance.id} has the release ${told(mine)}, ${other.id} has ${told(theirs)}`;
    const { name } = instance.target;
    const fix = [
      `Deploy the release of ${other.target.name} to ${name}: deploy --release ${theirs.release ?? 'ID'} --targets ${name}.`,
    ];
    problems.push(new UserError('failback-release', message, { fix }));
  }
  const names = parametersOutOfStep(
    { configured: instance.settings.parameters, actual: mine.actual },
    { configured: other.settings.parameters, actual: theirs.actual },
  );
  if (names.length > 0) {
    const message = `the parameters ${names.join(', ')} of ${instance.id} are not those of ${other.id}, and the configuration has the same for both`;
    const fix = [
      `Deploy to ${instance.target.name}, or say in multi-region.yml that they differ: give them to each target.`,
    ];
    problems.push(new UserError('failback-parameters', message, { fix }));
  }
  return problems;
}
