import type { DeliveredTemplate } from '../../release/delivery.ts';
import { sha256 } from '../../release/hash.ts';
import type { StackRequest } from '../../stack/model.ts';
import type { Template } from '../../template/model.ts';
import type { StackInstance } from '../../topology/model.ts';
import type { ResolvedInputs } from './inputs.ts';
import type { RecordedStack } from './recorder.ts';
import type { TargetWork } from './target-work.ts';

export interface RecordedParts {
  readonly resolved: ResolvedInputs;
  readonly delivered: DeliveredTemplate;
  /** Parameters of the template. */
  readonly declared: Template['parameters'];
}

/** What is recorded of a stack that gets a release. */
export function recordedStack(
  instance: StackInstance,
  request: StackRequest,
  release: { readonly id: string; readonly commit?: string },
  { resolved, delivered, declared }: RecordedParts,
  { session }: Pick<TargetWork, 'session'>,
): RecordedStack {
  const { body, url, bucket, artifacts } = delivered;
  const { id, commit } = release;
  const noEcho = request.declaredParameters.filter((parameter) => parameter.noEcho).map(({ name }) => name);
  const { serviceRole } = request;
  return {
    instance: instance.id,
    target: instance.target.name,
    session,
    bucket,
    description: request.description ?? '',
    subject: {
      release: { id, ...(commit !== undefined && { commit }) },
      template: { sha256: sha256(body), ...(url !== undefined && { url }) },
      artifacts,
      taken: resolved.taken,
      secretParameters: new Set([...noEcho, ...resolved.fromStore.parameters]),
      secretTags: new Set(resolved.fromStore.tags),
      defaults: Object.fromEntries(
        declared.flatMap(({ name, defaultText }) => (defaultText === undefined ? [] : [[name, defaultText]])),
      ),
      tags: request.tags,
      capabilities: request.capabilities,
      ...(serviceRole !== undefined && { serviceRole }),
      notificationArns: request.notificationArns,
    },
    ...(url === undefined && { template: body }),
  };
}
