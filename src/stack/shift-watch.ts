import type { StackEvent } from '../aws/cloudformation-port.ts';
import type { LambdaShift } from '../aws/code-deploy-port.ts';
import { AwsError } from '../aws/ports.ts';
import type { NameOrRef } from '../template/deployment-preference.ts';
import { isTransient } from './patience.ts';
import type { StackPorts } from './ports.ts';

/** Follows what CodeDeploy does with the aliases of one stack while it is updated. */
export interface ShiftWatch {
  /** Takes notice of an event of the stack: an alias that is being updated may have a deployment. */
  note(event: StackEvent): void;
  /**
   * Asks CodeDeploy where they are, and reports what moved. Called again and again it asks ever more rarely about what
   * stands still, and never more than {@link MOST_A_LOOK} aliases at once.
   */
  look(): Promise<void>;
  /** The stack is done, and so are they: CloudFormation waits for them. */
  succeeded(): void;
}

interface Watched {
  readonly path: string;
  /** Milliseconds since the epoch, by CloudFormation's clock. */
  readonly since: number;
  deployment: { readonly id: string; readonly config: string } | undefined;
  latest?: LambdaShift;
  told: string;
  /** Looks since it last moved, and the look in which it is asked again. */
  still: number;
  next: number;
}

const ALIAS = 'AWS::Lambda::Alias';
const GROUP = 'AWS::CodeDeploy::DeploymentGroup';
const APPLICATION = 'AWS::CodeDeploy::Application';
const CONFIG_PREFIX = 'CodeDeployDefault.Lambda';

/** A stack has one budget of calls for all that is done while it is waited for; each alias costs one of them. */
export const MOST_A_LOOK = 2;
/** Looks that are left out at most: steps are minutes apart. */
const MOST_LEFT_OUT = 3;
/** CloudFormation makes the deployment right after the event of the alias; their clocks are not the same. */
export const CLOCK_SLACK_MS = 2_000;

export interface WatchedStack {
  readonly instance: string;
  readonly stackId: string;
  /** Logical ids of the nested stacks down to it, each with a dot behind; empty for the root. */
  readonly prefix?: string;
}

/** Undefined where nothing is to be watched: no alias of the template is moved by CodeDeploy. */
export function createShiftWatch(
  { instance, stackId, prefix = '' }: WatchedStack,
  { codeDeploy, shifted, cloudformation, report, target }: StackPorts,
): ShiftWatch | undefined {
  if (codeDeploy === undefined || shifted === undefined) return undefined;
  const watched = new Map<string, Watched>();
  let resources: Awaited<ReturnType<typeof cloudformation.listStackResources>> | undefined;
  let looks = 0;
  let refused = false;

  const physical = (logicalId: string): string | undefined =>
    resources?.find((resource) => resource.logicalId === logicalId)?.physicalId;
  const nameOf = (value: NameOrRef): string | undefined => ('name' in value ? value.name : physical(value.ref));

  /** As SAM names them: `OrdersAliaslive`, `OrdersDeploymentGroup`, one application. */
  const groupOf = (path: string): { readonly application: string; readonly group: string } | undefined => {
    const written = shifted.written[path];
    const group =
      written !== undefined
        ? nameOf(written.group)
        : resources?.find(
            ({ type, logicalId }) => type === GROUP && path.startsWith(logicalId.replace(/DeploymentGroup$/, 'Alias')),
          )?.physicalId;
    const application =
      written !== undefined
        ? nameOf(written.application)
        : resources?.find(({ type }) => type === APPLICATION)?.physicalId;
    return group === undefined || application === undefined ? undefined : { application, group };
  };

  const find = async (alias: Watched): Promise<Watched['deployment']> => {
    resources ??= await cloudformation.listStackResources(stackId);
    const group = groupOf(alias.path);
    if (group === undefined) return undefined;
    const ids = await codeDeploy.deployments({ ...group, since: alias.since - CLOCK_SLACK_MS });
    // The oldest: one that takes the traffic back comes after it.
    const id = ids.at(-1);
    const found = id === undefined ? undefined : await codeDeploy.deployment(id);
    return found && { id: found.id, config: found.config.replace(CONFIG_PREFIX, '') };
  };

  const tell = (alias: Watched, status: 'running' | 'succeeded' | 'failed', shift: LambdaShift): void => {
    if (alias.deployment === undefined) return;
    const { functionName, alias: name, targetVersion, percent, lifecycle } = shift;
    alias.latest = shift;
    const told = JSON.stringify([status, percent, lifecycle]);
    if (told === alias.told) return;
    Object.assign(alias, { told, still: 0 });
    report({
      type: 'alias.shift',
      instance,
      target,
      path: `${prefix}${alias.path}`,
      deployment: alias.deployment.id,
      functionName,
      alias: name,
      version: targetVersion,
      config: alias.deployment.config,
      percent,
      status,
      lifecycle,
    });
  };

  const ask = async (alias: Watched): Promise<void> => {
    alias.still += 1;
    alias.deployment ??= await find(alias);
    const shift = alias.deployment && (await codeDeploy.shift(alias.deployment.id));
    if (shift !== undefined) tell(alias, stateOf(shift), shift);
    alias.next = looks + 1 + Math.min(MOST_LEFT_OUT, alias.still);
    if (shift !== undefined && stateOf(shift) !== 'running') watched.delete(alias.path);
  };

  return {
    note({ resourceType, status, logicalId, at }) {
      if (resourceType !== ALIAS || logicalId === undefined) return;
      if (status === 'UPDATE_IN_PROGRESS' && !watched.has(logicalId)) {
        watched.set(logicalId, {
          path: logicalId,
          since: Date.parse(at),
          deployment: undefined,
          told: '',
          still: 0,
          next: 0,
        });
      } else if (status === 'UPDATE_COMPLETE') complete(watched.get(logicalId));
      else if (status === 'UPDATE_FAILED') watched.delete(logicalId);
    },
    async look() {
      looks += 1;
      if (refused) return;
      const due = [...watched.values()].filter(({ next }) => next <= looks).sort((a, b) => a.next - b.next);
      try {
        for (const alias of due.slice(0, MOST_A_LOOK)) await ask(alias);
      } catch (error) {
        // What is seen of it is a comfort: CloudFormation tells how it ends.
        if (!(error instanceof AwsError)) throw error;
        if (isTransient(error)) return;
        refused = true;
        const text = `${instance}: CodeDeploy is not followed, ${error.action} failed: ${error.message}`;
        report({ type: 'note', level: 'warning', target, text });
      }
    },
    succeeded() {
      for (const alias of [...watched.values()]) complete(alias);
    },
  };

  /** The alias has its version: its deployment succeeded, whether or not that was seen. */
  function complete(alias: Watched | undefined): void {
    if (alias === undefined) return;
    watched.delete(alias.path);
    const { latest } = alias;
    if (latest === undefined) return;
    const lifecycle = latest.lifecycle.map(({ event }) => ({ event, status: 'Succeeded' }));
    tell(alias, 'succeeded', { ...latest, percent: 100, lifecycle });
  }
}

function stateOf({ lifecycle }: LambdaShift): 'running' | 'succeeded' | 'failed' {
  if (lifecycle.some(({ status }) => status === 'Failed')) return 'failed';
  const ended = lifecycle.length > 0 && lifecycle.every(({ status }) => status === 'Succeeded' || status === 'Skipped');
  return ended ? 'succeeded' : 'running';
}
