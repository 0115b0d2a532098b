import type { CodeDeployClient, DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { jsonObject, parseJson } from '../json.ts';
import type { CodeDeploy, LambdaDeployment } from './code-deploy-port.ts';
import { AwsError } from './ports.ts';

/** The CodeDeploy port on the SDK, which loads with the first question. */
export function createCodeDeploy(client: () => Promise<CodeDeployClient>): CodeDeploy {
  const load = () => Promise.all([import('@aws-sdk/client-codedeploy'), client()]);
  const targets = new Map<string, readonly string[]>();

  async function targetsOf(id: string): Promise<readonly string[]> {
    const known = targets.get(id);
    if (known !== undefined) return known;
    const [{ ListDeploymentTargetsCommand }, codedeploy] = await load();
    const { targetIds = [] } = await codedeploy.send(new ListDeploymentTargetsCommand({ deploymentId: id }));
    // They do not change once they are there.
    if (targetIds.length > 0) targets.set(id, targetIds);
    return targetIds;
  }

  return {
    async deployments({ application, group, since }) {
      const [{ ListDeploymentsCommand }, codedeploy] = await load();
      const answer = await codedeploy.send(
        new ListDeploymentsCommand({
          applicationName: application,
          deploymentGroupName: group,
          createTimeRange: { start: new Date(since) },
        }),
      );
      return answer.deployments ?? [];
    },

    async deployment(id) {
      const [{ GetDeploymentCommand }, codedeploy] = await load();
      try {
        const { deploymentInfo } = await codedeploy.send(new GetDeploymentCommand({ deploymentId: id }));
        return deploymentInfo && asDeployment(id, deploymentInfo);
      } catch (error) {
        if (error instanceof AwsError && error.kind === 'not-found') return undefined;
        throw error;
      }
    },

    async shift(id) {
      const targetIds = await targetsOf(id);
      if (targetIds.length === 0) return undefined;
      const [{ BatchGetDeploymentTargetsCommand }, codedeploy] = await load();
      const answer = await codedeploy.send(
        new BatchGetDeploymentTargetsCommand({ deploymentId: id, targetIds: [...targetIds] }),
      );
      const target = answer.deploymentTargets?.find(({ lambdaTarget }) => lambdaTarget !== undefined)?.lambdaTarget;
      const info = target?.lambdaFunctionInfo;
      if (target === undefined || info === undefined) return undefined;
      return {
        functionName: info.functionName ?? '',
        alias: info.functionAlias ?? '',
        currentVersion: info.currentVersion ?? '',
        targetVersion: info.targetVersion ?? '',
        percent: percentOf(info.targetVersionWeight ?? 0),
        lifecycle: (target.lifecycleEvents ?? []).map(({ lifecycleEventName = '', status = '' }) => ({
          event: lifecycleEventName,
          status,
        })),
      };
    },
  };
}

function asDeployment(id: string, info: DeploymentInfo): LambdaDeployment {
  const { status = '', deploymentConfigName = '', errorInformation: error, revision } = info;
  return {
    id,
    status,
    config: deploymentConfigName,
    ...(error !== undefined && { error: { code: error.code ?? '', message: error.message ?? '' } }),
    // CloudFormation gives the AppSpec with the deployment itself; `string` is the older member for the same.
    hooks: hooksOf(revision?.appSpecContent?.content ?? revision?.string?.content ?? ''),
  };
}

/** `Hooks` of an AppSpec in JSON: a list of `{event: function}`. One in YAML is not understood: no hook is named then. */
function hooksOf(appSpec: string): Readonly<Record<string, string>> {
  const given = jsonObject(parseJson(appSpec));
  const hooks = given?.['Hooks'] ?? given?.['hooks'];
  const entries = (Array.isArray(hooks) ? hooks : []).flatMap((hook) => Object.entries(jsonObject(hook) ?? {}));
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The reference calls it a percentage, but 1 is all of the traffic; nothing shifts a hundredth of it. */
function percentOf(weight: number): number {
  return Math.round(weight <= 1 ? weight * 100 : weight);
}
