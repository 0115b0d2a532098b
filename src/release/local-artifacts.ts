import { UserError } from '../errors.ts';
import { type ArtifactReference, artifactReferences, packagesOwnFolder } from '../template/artifact-references.ts';
import type { Template } from '../template/model.ts';
import { isTaken } from './missing-artifacts.ts';

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
  const left = artifactReferences(packaged).find((reference) => isLocal(reference) && isTaken(reference, packaged));
  if (left?.value.form !== 'local') return;
  const global = left.path[0] === 'Globals';
  const place = (global ? left.path : left.path.slice(1)).join('.');
  const location = source.locate(place) ?? source.locate(left.logicalId ?? '');
  throw new UserError(
    'artifact-not-packaged',
    `${source.file}: "sam package" left ${left.path.join('.')} as the local path ${left.value.text}.`,
    {
      fix: [
        global
          ? 'Build it (build: auto), or say it in each function: "sam package" passes over what is global.'
          : 'Check that the path exists; inside Fn::ForEach this needs AWS SAM CLI 1.160 or later.',
      ],
      ...(location && { location }),
    },
  );
}
