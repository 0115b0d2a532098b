import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { InternalError } from '../../errors.ts';
import type { LocalBuild } from '../../release/local-release.ts';
import type { Release } from '../../release/model.ts';
import type { SamCli } from '../../release/sam-cli.ts';
import { engineSettings } from '../../release/sam-settings.ts';
import { samEnvironment } from '../../release/sam-work.ts';
import { deployWithSam } from '../../stack/engines/sam.ts';
import type { StackRequest } from '../../stack/model.ts';
import type { ConsumerRoles } from '../consumer-roles.ts';
import { isOver } from './pause-consumers.ts';
import type { Engine } from './rollout-ports.ts';
import { stackPorts, stackRequest } from './stack-request.ts';
import type { StackTemplate } from './stack-template.ts';
import type { TargetWork } from './target-work.ts';
import { workOf } from './work-of.ts';

export interface SamEngineOptions {
  readonly release: Pick<Release, 'id' | 'commit'>;
  readonly targets: ReadonlyMap<string, TargetWork>;
  readonly templateOf: (stack: string) => StackTemplate;
  readonly earlierMs: ReadonlyMap<string, readonly number[]>;
  /** What was built, by path of the source template. */
  readonly builds: ReadonlyMap<string, LocalBuild>;
  readonly sam: () => Promise<SamCli>;
  /** Folder of this run alone. */
  readonly folder: string;
  /** Consumers that run only where the environment is active; absent: none are marked. */
  readonly roles?: ConsumerRoles | undefined;
}

/** Literal `sam package` and `sam deploy` in every target: each packages for itself, and plans when it deploys. */
export function createSamEngine(options: SamEngineOptions, context: RunContext): Engine {
  const requests = new Map<string, StackRequest>();
  return {
    adopt: () => undefined,
    align: async () => undefined,
    discard: async () => undefined,
    prepare: async (instance, { resolved }) => {
      const work = workOf(instance, options.targets);
      await work.session.account();
      await work.lease();
      requests.set(instance.id, stackRequest(instance, resolved, { body: '' }, options, context));
      return { kind: 'unreviewed', notes: ['the sam engine makes its change set when it deploys'] };
    },
    execute: async (instance) => {
      const { settings, stack, id } = instance;
      const work = workOf(instance, options.targets);
      const request = requests.get(id);
      const build = options.builds.get(stack.template);
      if (request === undefined || build === undefined)
        throw new InternalError(`${id} is executed before it is prepared`);
      const folder = join(options.folder, encodeURIComponent(id));
      await mkdir(folder, { recursive: true });
      const { samConfig } = build.group;
      const outcome = await deployWithSam(
        {
          request,
          template: build.path,
          folder,
          sam: (await options.sam()).command,
          configuration: {
            text: await engineSettings(samConfig),
            environment: samConfig?.environment ?? 'default',
          },
          bucket: await work.bucket(settings),
          ...(settings.artifactPrefix !== undefined && { prefix: settings.artifactPrefix }),
        },
        {
          ...stackPorts(instance, work, options.templateOf, context),
          spawn: context.spawn,
          session: work.session,
          environment: () =>
            samEnvironment(context.env, work.session, folder, context.clock, {
              languageExtensions: build.group.loops,
            }),
          readFile: context.readFile,
          writeFile: context.writeFile,
        },
      );
      if (isOver(outcome.state)) await options.roles?.settle(instance);
      return outcome;
    },
  };
}
