import type { Stack } from '../../aws/cloudformation-port.ts';
import type { RunContext } from '../../context.ts';
import { type ReleaseRecord, recordId } from '../../records/release-record.ts';
import { sha256 } from '../../release/hash.ts';
import type { StackRequest } from '../../stack/model.ts';
import type { Template } from '../../template/model.ts';
import type { StackInstance } from '../../topology/model.ts';
import type { RecordedStack, RecordPlace } from '../deploy/recorder.ts';
import type { RecordedTemplate } from './recorded-template.ts';

const NESTED: ReadonlySet<string> = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);

/** What is sent to return a stack to a record. */
export interface RollbackParts {
  readonly record: ReleaseRecord;
  readonly template: Template;
  readonly sent: StackRequest['template'];
  /** As it is deployed now. */
  readonly stack: Pick<Stack, 'tags'>;
  /** Values that a person gave for parameters whose own cannot be read back. */
  readonly given: Readonly<Record<string, string>>;
}

/**
 * The request that makes a stack what a record says. It watches no alarms and sends empty rollback triggers: what fires
 * because of the release that is left must not block the way back.
 */
export function rollbackRequest(
  { id, stack: { stackName }, settings }: StackInstance,
  { record: { asked }, template, sent, stack, given }: RollbackParts,
  { origin }: Pick<RunContext, 'origin'>,
): StackRequest {
  const { serviceRole } = asked;
  return {
    instance: id,
    stackName,
    template: sent,
    declaredParameters: template.parameters.map(({ name, type, hasDefault, noEcho }) => ({
      name,
      type,
      hasDefault,
      noEcho,
    })),
    parameters: parametersOf(asked, template, given),
    // Only for secret values that did not change: all others are sent.
    missingParameters: 'keep',
    tags: { ...hiddenTags(asked, stack), ...asked.tags },
    capabilities: asked.capabilities,
    ...(serviceRole !== undefined && { serviceRole }),
    notificationArns: asked.notificationArns,
    rollbackTriggers: { alarms: [], monitoringMinutes: 0 },
    disableRollback: false,
    revertDrift: false,
    timeoutMs: settings.timeoutMs,
    hasNestedStacks: template.resources.some(({ type }) => NESTED.has(type)),
    runId: origin.runId,
    description: `rollback to release ${asked.release}${asked.commit === undefined ? '' : ` of commit ${asked.commit}`}`,
  };
}

function parametersOf(
  { parameters }: ReleaseRecord['asked'],
  template: Template,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const values = template.parameters.flatMap(({ name, defaultText }): readonly (readonly [string, string])[] => {
    const recorded = parameters[name];
    if (recorded !== undefined && 'value' in recorded) return [[name, recorded.value]];
    if (recorded !== undefined) return given[name] === undefined ? [] : [[name, given[name]]];
    // It was not sent when the stack was made, and had its default.
    return defaultText === undefined ? [] : [[name, defaultText]];
  });
  return Object.fromEntries(values);
}

/** Their values were not recorded: the deployed ones stay. */
function hiddenTags(
  { hiddenTags: names = [] }: ReleaseRecord['asked'],
  { tags }: Pick<Stack, 'tags'>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (tags[name] === undefined ? [] : [[name, tags[name]]])));
}

/** How the rollback itself is recorded. */
export function rolledBackStack(
  place: RecordPlace,
  target: string,
  request: StackRequest,
  { record, template, nested }: Pick<RollbackParts, 'record' | 'template'> & Pick<RecordedTemplate, 'nested'>,
): RecordedStack {
  const { asked } = record;
  const { url } = request.template;
  const noEcho = template.parameters.filter((parameter) => parameter.noEcho).map(({ name }) => name);
  const secret = Object.entries(asked.parameters).flatMap(([name, value]) => ('secret' in value ? [name] : []));
  return {
    ...place,
    target,
    description: request.description ?? '',
    subject: {
      release: { id: asked.release, ...(asked.commit !== undefined && { commit: asked.commit }) },
      template: { sha256: sha256(template.text), ...(url !== undefined && { url }) },
      artifacts: [...asked.artifacts, ...nested.map(({ key, text }) => ({ key, sha256: sha256(text) }))],
      taken: asked.taken,
      secretParameters: new Set([...noEcho, ...secret]),
      secretTags: new Set(asked.hiddenTags ?? []),
      defaults: {},
      tags: request.tags,
      capabilities: asked.capabilities,
      ...(asked.serviceRole !== undefined && { serviceRole: asked.serviceRole }),
      notificationArns: asked.notificationArns,
      restores: recordId(asked),
    },
    ...(url === undefined && { template: template.text }),
  };
}
