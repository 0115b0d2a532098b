import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { InternalError } from '../../errors.ts';
import { earlierBuild } from '../../release/build-template.ts';
import type { Release } from '../../release/model.ts';
import { deployWithSam } from '../../stack/engines/sam.ts';
import type { StackRequest } from '../../stack/model.ts';
import { readTemplate } from '../../template/read.ts';
import type { StackDefinition, StackInstance } from '../../topology/model.ts';
import type { Engine } from './rollout-ports.ts';
import { stackPorts, stackRequest } from './stack-request.ts';
import type { StackTemplate } from './stack-template.ts';
import type { TargetWork } from './target-work.ts';

export interface SamEngineOptions {
  readonly release: Release;
  readonly targets: ReadonlyMap<string, TargetWork>;
  readonly templateOf: (stack: string) => StackTemplate;
  readonly earlierMs: ReadonlyMap<string, readonly number[]>;
  /** All templates of the application: two in one folder are built apart. */
  readonly stacks: readonly StackDefinition[];
  /** Folder of this run alone. */
  readonly folder: string;
}

/** Literal `sam package` and `sam deploy` in every target: each packages for itself, and plans when it deploys. */
export function createSamEngine(options: SamEngineOptions, context: RunContext): Engine {
  const requests = new Map<string, StackRequest>();
  const workOf = (instance: StackInstance): TargetWork => {
    const work = options.targets.get(instance.target.name);
    if (work === undefined) throw new InternalError(`${instance.id} is in no target of this run`);
    return work;
  };
  return {
    adopt: () => undefined,
    align: async () => undefined,
    discard: async () => undefined,
    prepare: async (instance, { resolved }) => {
      const work = workOf(instance);
      await work.session.account();
      await work.lease();
      requests.set(instance.id, stackRequest(instance, resolved, { body: '' }, options, context));
      return { kind: 'unreviewed', notes: ['the sam engine makes its change set when it deploys'] };
    },
    execute: async (instance) => {
      const work = workOf(instance);
      const request = requests.get(instance.id);
      if (request === undefined) throw new InternalError(`${instance.id} is executed before it is prepared`);
      const folder = join(options.folder, encodeURIComponent(instance.id));
      await mkdir(folder, { recursive: true });
      const { settings, stack } = instance;
      return deployWithSam(
        {
          request,
          template: await builtTemplate(stack.template, options.stacks),
          folder,
          sam: 'sam',
          bucket: await work.bucket(settings),
          ...(settings.artifactPrefix !== undefined && { prefix: settings.artifactPrefix }),
        },
        {
          ...stackPorts(instance, work, options.templateOf, context),
          spawn: context.spawn,
          session: work.session,
          env: context.env,
          readFile: context.readFile,
          writeFile: context.writeFile,
        },
      );
    },
  };
}

/** What `sam build` made of the template for this run, or the template where nothing is built. */
async function builtTemplate(template: string, others: readonly StackDefinition[]): Promise<string> {
  const read = (file: string): Promise<string> => readFile(file, 'utf8');
  const sharesFolder = others.some(
    (other) => other.template !== template && dirname(other.template) === dirname(template),
  );
  const built = await earlierBuild(await readTemplate(template, read), sharesFolder, read);
  return built?.file ?? template;
}
