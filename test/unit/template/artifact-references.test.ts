import { describe, expect, test } from '@jest/globals';
import { artifactReferences, packagesOwnFolder } from '../../../src/template/artifact-references.ts';
import { refuseImageFunctions } from '../../../src/template/image-functions.ts';
import { parseTemplate } from '../../../src/template/parse.ts';

function referencesIn(text: string) {
  return artifactReferences(parseTemplate(text, 't.yaml')).map(({ kind, path, value }) => ({
    kind,
    path: path.join('.'),
    form: value.form,
    at: value.form === 'local' ? value.text : `${value.location.bucket} ${value.location.key}`,
  }));
}

function resource(type: string, properties: string): string {
  return `Resources:\n  R:\n    Type: ${type}\n    Properties: ${properties}\n`;
}

describe('artifactReferences', () => {
  test.each([
    ['AWS::Serverless::Function', '{CodeUri: s3://b/k}', 'CodeUri', 'url'],
    ['AWS::Serverless::Function', '{CodeUri: {Bucket: b, Key: k}}', 'CodeUri', 'pair'],
    ['AWS::Serverless::WebFunction', '{CodeUri: s3://b/k}', 'CodeUri', 'url'],
    ['AWS::Serverless::LayerVersion', '{ContentUri: s3://b/k}', 'ContentUri', 'url'],
    ['AWS::Lambda::Function', '{Code: {S3Bucket: b, S3Key: k}}', 'Code', 'pair'],
    ['AWS::Lambda::LayerVersion', '{Content: {S3Bucket: b, S3Key: k}}', 'Content', 'pair'],
    ['AWS::Serverless::Api', '{DefinitionUri: s3://b/k}', 'DefinitionUri', 'url'],
    ['AWS::Serverless::HttpApi', '{DefinitionUri: s3://b/k}', 'DefinitionUri', 'url'],
    ['AWS::Serverless::StateMachine', '{DefinitionUri: {Bucket: b, Key: k}}', 'DefinitionUri', 'pair'],
    ['AWS::StepFunctions::StateMachine', '{DefinitionS3Location: {Bucket: b, Key: k}}', 'DefinitionS3Location', 'pair'],
    ['AWS::ApiGateway::RestApi', '{BodyS3Location: {Bucket: b, Key: k}}', 'BodyS3Location', 'pair'],
    ['AWS::ApiGatewayV2::Api', '{BodyS3Location: {Bucket: b, Key: k}}', 'BodyS3Location', 'pair'],
    ['AWS::AppSync::GraphQLSchema', '{DefinitionS3Location: s3://b/k}', 'DefinitionS3Location', 'url'],
    ['AWS::AppSync::Resolver', '{CodeS3Location: s3://b/k}', 'CodeS3Location', 'url'],
    ['AWS::AppSync::FunctionConfiguration', '{CodeS3Location: s3://b/k}', 'CodeS3Location', 'url'],
    ['AWS::Serverless::GraphQLApi', '{SchemaUri: s3://b/k}', 'SchemaUri', 'url'],
    ['AWS::Serverless::GraphQLApi', '{Functions: {F: {CodeUri: s3://b/k}}}', 'Functions.F.CodeUri', 'url'],
    [
      'AWS::Serverless::GraphQLApi',
      '{Resolvers: {Query: {G: {CodeUri: s3://b/k}}}}',
      'Resolvers.Query.G.CodeUri',
      'url',
    ],
    ['AWS::ElasticBeanstalk::ApplicationVersion', '{SourceBundle: {S3Bucket: b, S3Key: k}}', 'SourceBundle', 'pair'],
    ['AWS::Glue::Job', '{Command: {ScriptLocation: s3://b/k}}', 'Command.ScriptLocation', 'url'],
    ['AWS::CloudFormation::ModuleVersion', '{ModulePackage: s3://b/k}', 'ModulePackage', 'url'],
    ['AWS::CloudFormation::ResourceVersion', '{SchemaHandlerPackage: s3://b/k}', 'SchemaHandlerPackage', 'url'],
    ['AWS::CloudFormation::StackSet', '{TemplateURL: https://s3.eu-west-1.amazonaws.com/b/k}', 'TemplateURL', 'url'],
  ])('finds the artifact of %s %s', (type, properties, path, form) => {
    expect(referencesIn(resource(type, properties))).toEqual([
      { kind: 'file', path: `Resources.R.Properties.${path}`, form, at: 'b k' },
    ]);
  });

  test.each([
    ['AWS::Serverless::Application', 'Location'],
    ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ])('takes what %s names for a template', (type, property) => {
    const url = 'https://s3.eu-west-1.amazonaws.com/b/p/k.template';
    expect(referencesIn(resource(type, `{${property}: ${url}}`))).toEqual([
      { kind: 'template', path: `Resources.R.Properties.${property}`, form: 'url', at: 'b p/k.template' },
    ]);
  });

  test('finds them in globals, metadata, generated mappings, includes and loops', () => {
    const text = [
      'Globals: {Function: {CodeUri: s3://b/global}}',
      'Metadata: {"AWS::ServerlessRepo::Application": {ReadmeUrl: s3://b/readme, LicenseUrl: ./LICENSE}}',
      'Mappings: {SAMCodeUriM: {a: {CodeUri: s3://b/mapped, Note: s3://b/text}}}',
      'Resources:',
      '  Fn::ForEach::Loop: [N, [a], {"F${N}": {Type: AWS::Serverless::Function, Properties: {CodeUri: s3://b/loop}}}]',
      '  M: {Type: AWS::Serverless::Function, Properties: {CodeUri: !FindInMap [SAMCodeUriM, !Ref N, CodeUri]}}',
      '  X:',
      '    Type: T',
      '    Properties: {Deep: [{Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b/include}}}]}',
    ].join('\n');
    expect(referencesIn(text).map(({ path, at }) => `${path}: ${at}`)).toEqual([
      'Globals.Function.CodeUri: b global',
      'Metadata.AWS::ServerlessRepo::Application.LicenseUrl: ./LICENSE',
      'Metadata.AWS::ServerlessRepo::Application.ReadmeUrl: b readme',
      'Resources.Fn::ForEach::Loop.2.F${N}.Properties.CodeUri: b loop',
      'Mappings.SAMCodeUriM.a.CodeUri: b mapped',
      'Resources.X.Properties.Deep.0.Fn::Transform.Parameters.Location: b include',
    ]);
  });

  test.each([
    ['AWS::Serverless::Function', '{CodeUri: !Sub "s3://${B}/k"}'],
    ['AWS::Serverless::Function', '{InlineCode: x}'],
    ['AWS::Lambda::Function', '{Code: {ZipFile: x}}'],
    ['AWS::Lambda::Function', '{Code: {S3Bucket: !Ref B, S3Key: k}}'],
    ['AWS::Serverless::Application', '{Location: {ApplicationId: a, SemanticVersion: 1.0.0}}'],
    ['AWS::Serverless::Api', '{DefinitionBody: {openapi: 3.0.1}}'],
    ['AWS::S3::Bucket', '{CodeUri: s3://b/k}'],
  ])('leaves alone what %s %s computes or holds itself', (type, properties) => {
    expect(referencesIn(resource(type, properties))).toEqual([]);
  });

  test('tells versions of objects', () => {
    const text = resource('AWS::Lambda::Function', '{Code: {S3Bucket: b, S3Key: k, S3ObjectVersion: v1}}');
    const [found] = artifactReferences(parseTemplate(text, 't'));
    expect(found?.value).toMatchObject({ location: { bucket: 'b', key: 'k', version: 'v1' } });
  });
});

describe('packagesOwnFolder', () => {
  test.each([
    ['AWS::Serverless::Function', '{Handler: a.b}', true],
    ['AWS::Serverless::Function', '{InlineCode: x}', false],
    ['AWS::Serverless::Function', '{CodeUri: .}', false],
    ['AWS::Lambda::LayerVersion', '{}', true],
    ['AWS::Serverless::Api', '{StageName: x}', false],
  ])('%s %s: %s', (type, properties, expected) => {
    expect(packagesOwnFolder(parseTemplate(resource(type, properties), 't'))).toBe(expected);
  });
});

describe('refuseImageFunctions', () => {
  test.each([
    ['of SAM', resource('AWS::Serverless::Function', '{PackageType: Image}')],
    ['with an image of its own', resource('AWS::Serverless::Function', '{ImageUri: x}')],
    ['of CloudFormation', resource('AWS::Lambda::Function', '{PackageType: Image, Code: {ImageUri: x}}')],
    ['by globals', `Globals: {Function: {PackageType: Image}}\n${resource('AWS::Serverless::Function', '{}')}`],
  ])('names an image function %s, with its line', (_which, text) => {
    const template = parseTemplate(text, 'app/template.yaml');
    expect(() => refuseImageFunctions(template)).toThrow(
      expect.objectContaining({
        code: 'image-function',
        message: expect.stringContaining('app/template.yaml: R is a container-image function'),
        location: { file: 'app/template.yaml', line: text.split('\n').indexOf('  R:') + 1, column: 3 },
      }),
    );
  });

  test('lets zip functions pass', () => {
    const text = resource('AWS::Serverless::Function', '{CodeUri: .}');
    expect(() => refuseImageFunctions(parseTemplate(text, 't'))).not.toThrow();
  });
});
