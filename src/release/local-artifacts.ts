import { UserError } from '../errors.ts';
import { type ArtifactReference, artifactReferences, packagesOwnFolder } from '../template/artifact-references.ts';
import type { Template } from '../template/model.ts';

/** Resource types that `sam build` builds; nested templates may hold them. */
const BUILT: ReadonlySet<string> = new Set([
  'AWS::CloudFormation::Stack',
  'AWS::Lambda::Function',
  'AWS::Lambda::LayerVersion',
  'AWS::Serverless::Application',
  'AWS::Serverless::Function',
  'AWS::Serverless::LayerVersion',
  'AWS::Serverless::WebFunction',
]);

export interface LocalArtifacts {
  /** `sam package` has something to upload. */
  readonly needsPackage: boolean;
  /** `sam build` has something to build. */
  readonly needsBuild: boolean;
}

export function localArtifacts(template: Template): LocalArtifacts {
  const local = artifactReferences(template).filter(isLocal);
  const resources = new Map(template.resources.map((resource) => [resource.logicalId, resource]));
  const users = local.flatMap(({ logicalId }) => resources.get(logicalId ?? '') ?? []);
  const ownFolder = packagesOwnFolder(template);
  // The CDK names assets in metadata only.
  const assets = template.resources.some(({ metadata }) => 'aws:asset:path' in metadata);
  return {
    needsPackage: local.length > 0 || ownFolder || assets,
    needsBuild:
      ownFolder ||
      assets ||
      users.some(({ type }) => BUILT.has(type)) ||
      local.some(({ path }) => path[0] === 'Globals'),
  };
}

function isLocal(reference: ArtifactReference): boolean {
  return reference.value.form === 'local';
}

/**
 * What is local still after packaging would be refused by CloudFormation, and late.
 *
 * @throws UserError `artifact-not-packaged`
 */
export function refuseLocalArtifacts(packaged: Template, source: Template): void {
  const left = artifactReferences(packaged).find((reference) => isLocal(reference) && reference.path[0] !== 'Globals');
  if (left?.value.form !== 'local') return;
  const location = source.locate(left.path.slice(1).join('.')) ?? source.locate(left.logicalId ?? '');
  throw new UserError(
    'artifact-not-packaged',
    `${source.file}: "sam package" left ${left.path.join('.')} as the local path ${left.value.text}.`,
    {
      fix: ['Check that the path exists; inside Fn::ForEach this needs AWS SAM CLI 1.160 or later.'],
      ...(location && { location }),
    },
  );
}
