import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import { parse } from 'yaml';
import type { Plain } from './differences.ts';

/** What somebody deployed, without what differs by chance: buckets, accounts, generated names. */
export interface StackSnapshot {
  readonly status: string;
  /** The template after its transforms. */
  readonly template: Plain;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly terminationProtection: boolean;
  /** Nested stacks by logical id. */
  readonly children: Readonly<Record<string, StackSnapshot>>;
}

export interface SnapshotSource {
  readonly endpoint: string;
  readonly account: string;
  readonly region: string;
}

/** Reads a stack and the stacks nested in it. @throws when it is not there. */
export async function snapshotStack(stackName: string, source: SnapshotSource): Promise<StackSnapshot> {
  const { endpoint, account, region } = source;
  const client = new CloudFormationClient({
    region,
    endpoint,
    credentials: { accessKeyId: account, secretAccessKey: 'local' },
  });
  try {
    const tree = await resourceTree(client, stackName);
    return await read(client, tree, cleaner(account, everyResource(tree)));
  } finally {
    client.destroy();
  }
}

/** The resources of a stack, and of each stack nested in it. */
interface ResourceTree {
  readonly stack: string;
  readonly resources: readonly StackResourceSummary[];
  readonly children: Readonly<Record<string, ResourceTree>>;
}

async function resourceTree(client: CloudFormationClient, stack: string): Promise<ResourceTree> {
  const resources: StackResourceSummary[] = [];
  for await (const page of paginateListStackResources({ client }, { StackName: stack })) {
    resources.push(...(page.StackResourceSummaries ?? []));
  }
  const nested = resources.filter(({ ResourceType }) => ResourceType === 'AWS::CloudFormation::Stack');
  const children = await Promise.all(
    nested.map(async ({ LogicalResourceId = '', PhysicalResourceId = '' }) => {
      return [LogicalResourceId, await resourceTree(client, PhysicalResourceId)] as const;
    }),
  );
  return { stack, resources, children: Object.fromEntries(children) };
}

function everyResource({ resources, children }: ResourceTree): readonly StackResourceSummary[] {
  return [...resources, ...Object.values(children).flatMap(everyResource)];
}

async function read(
  client: CloudFormationClient,
  tree: ResourceTree,
  clean: (text: string) => string,
): Promise<StackSnapshot> {
  const [{ Stacks }, { TemplateBody = '{}' }] = await Promise.all([
    client.send(new DescribeStacksCommand({ StackName: tree.stack })),
    client.send(new GetTemplateCommand({ StackName: tree.stack, TemplateStage: 'Processed' })),
  ]);
  const stack = Stacks?.[0];
  if (stack === undefined) throw new Error(`no stack ${tree.stack}`);

  const byName = (pairs: readonly (readonly [string | undefined, string | undefined])[]) =>
    Object.fromEntries(pairs.map(([name = '', value = '']) => [name, clean(value)]).sort());
  const children = await Promise.all(
    Object.entries(tree.children).map(async ([name, child]) => [name, await read(client, child, clean)] as const),
  );
  return {
    status: stack.StackStatus ?? '',
    template: parse(clean(TemplateBody)),
    parameters: byName((stack.Parameters ?? []).map((each) => [each.ParameterKey, each.ParameterValue])),
    tags: byName((stack.Tags ?? []).map((each) => [each.Key, each.Value])),
    outputs: byName((stack.Outputs ?? []).map((each) => [each.OutputKey, each.OutputValue])),
    terminationProtection: stack.EnableTerminationProtection ?? false,
    children: Object.fromEntries(children),
  };
}

/**
 * Replaces what two deployments of the same thing differ in: names that were generated for resources, the account, the
 * bucket, keys of nested templates (they name the bucket inside, so their content hash differs), and the hashes that SAM
 * makes of the bucket and puts into logical ids of versions and layers.
 */
function cleaner(account: string, resources: readonly StackResourceSummary[]): (text: string) => string {
  const names = resources
    .flatMap(({ PhysicalResourceId: id, LogicalResourceId: logical }) => (id && logical ? [{ id, logical }] : []))
    // Short ones are chosen names ("live") that may stand anywhere; long ones first, as they may hold shorter ones.
    .filter(({ id, logical }) => id.length >= 8 && id !== logical)
    .sort((a, b) => b.id.length - a.id.length);
  const hashed = resources
    .filter(({ ResourceType = '' }) => HASHED_BY_SAM.includes(ResourceType))
    .flatMap(({ LogicalResourceId: logical }) => (logical !== undefined && HASH.test(logical) ? [logical] : []));
  return (text) =>
    hashed
      .reduce((rest, logical) => rest.replaceAll(logical, logical.replace(HASH, '<hash>')), replaceNames(text, names))
      .replaceAll(account, '<account>')
      .replaceAll(/https:\/\/[a-z0-9]+(?=\.lambda-url\.)/g, 'https://<function>')
      .replaceAll(/aws-sam-cli-managed-default-samclisourcebucket-[a-z0-9]+/g, '<bucket>')
      .replaceAll(/https?:\/\/[^/"]+\/<bucket>/g, 's3://<bucket>')
      .replaceAll(/\b[0-9a-f]{16,64}\.template\b/g, '<nested template>')
      .replaceAll(/(RestApi deployment id: )[0-9a-f]{40}/g, '$1<hash>');
}

const HASH = /[0-9a-f]{10}$/;
const HASHED_BY_SAM = ['AWS::Lambda::Version', 'AWS::Lambda::LayerVersion', 'AWS::ApiGateway::Deployment'];

function replaceNames(text: string, names: readonly { readonly id: string; readonly logical: string }[]): string {
  return names.reduce((rest, { id, logical }) => rest.replaceAll(id, `<${logical}>`), text);
}
