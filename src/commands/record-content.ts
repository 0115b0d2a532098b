import type { Aws } from '../aws/index.ts';
import type { Environment, StackInstance } from '../topology/model.ts';
import { type Reference, referencesIn, resolveReferences } from '../topology/references.ts';
import type { RecordTemplate } from '../topology/traffic-model.ts';
import type { RecordContent } from '../traffic/route53-records.ts';
import { referencedInstance } from './deploy/dependencies.ts';

/** What the record set of a target says, from the outputs of its stacks as they are; undefined while one is missing. */
export async function recordContent(
  record: RecordTemplate,
  target: string,
  environment: Pick<Environment, 'application' | 'name' | 'instances'>,
  aws: Pick<Aws, 'session'>,
): Promise<RecordContent | undefined> {
  const from = environment.instances.find((instance) => instance.target.name === target);
  if (from === undefined) return undefined;
  const texts = record.kind === 'alias' ? [record.name, record.zone] : [record.value];
  const values = new Map<string, string | undefined>();
  for (const reference of texts.flatMap(referencesIn)) {
    values.set(JSON.stringify(reference), await referenceValue(reference, from, environment, aws));
  }
  const resolved = texts.map((text) => resolveReferences(text, (reference) => values.get(JSON.stringify(reference))));
  const [first, second] = resolved.map((item) => (item.kind === 'resolved' ? item.text : undefined));
  if (first === undefined) return undefined;
  if (record.kind === 'value') return { ...record, value: first };
  return second === undefined ? undefined : { kind: 'alias', name: first, zone: second };
}

/** What a reference stands for when no release is deployed: an output as it is now. */
export async function referenceValue(
  reference: Reference,
  from: StackInstance,
  environment: Pick<Environment, 'application' | 'name' | 'instances'>,
  aws: Pick<Aws, 'session'>,
): Promise<string | undefined> {
  const { target } = from;
  switch (reference.kind) {
    case 'output': {
      const source = referencedInstance(environment, from, reference);
      if (source === undefined) return undefined;
      const stack = await aws.session(source.target).cloudformation.describeStack(source.stack.stackName);
      return stack?.outputs[reference.output];
    }
    case 'target':
      return { name: target.name, region: target.region, account: target.account, active: undefined }[
        reference.property
      ];
    case 'environment':
      return environment.name;
    case 'application':
      return environment.application;
    default:
      // Refused by the topology: a record set outlives a release.
      return undefined;
  }
}
