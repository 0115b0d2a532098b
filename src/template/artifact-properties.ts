/** A property that `sam package` uploads a local file or folder for. */
export interface ArtifactProperty {
  /** Keys below `Properties`; `*` is every key, `**` any depth. */
  readonly path: readonly string[];
  readonly kind: 'file' | 'template';
  /** `sam package` uploads the template's own folder when the property is not there. */
  readonly folderWhenAbsent?: true;
}

const file = (...path: readonly string[]): ArtifactProperty => ({ path, kind: 'file' });
const code = (...path: readonly string[]): ArtifactProperty => ({ path, kind: 'file', folderWhenAbsent: true });
const template = (...path: readonly string[]): ArtifactProperty => ({ path, kind: 'template' });
const MAPPING_TEMPLATES = [
  file('RequestMappingTemplateS3Location'),
  file('ResponseMappingTemplateS3Location'),
  file('CodeS3Location'),
];

/** As in SAM CLI 1.170 (`samcli/lib/utils/resources.py`, `samcli/lib/package/packageable_resources.py`). */
export const ARTIFACT_PROPERTIES: Readonly<Record<string, readonly ArtifactProperty[]>> = {
  'AWS::ApiGateway::RestApi': [file('BodyS3Location')],
  'AWS::ApiGatewayV2::Api': [file('BodyS3Location')],
  'AWS::AppSync::FunctionConfiguration': MAPPING_TEMPLATES,
  'AWS::AppSync::GraphQLSchema': [file('DefinitionS3Location')],
  'AWS::AppSync::Resolver': MAPPING_TEMPLATES,
  'AWS::CloudFormation::ModuleVersion': [file('ModulePackage')],
  'AWS::CloudFormation::ResourceVersion': [file('SchemaHandlerPackage')],
  'AWS::CloudFormation::Stack': [template('TemplateURL')],
  // Uploaded as it is: what a stack set's template refers to is not packaged.
  'AWS::CloudFormation::StackSet': [file('TemplateURL')],
  'AWS::ElasticBeanstalk::ApplicationVersion': [file('SourceBundle')],
  'AWS::Glue::Job': [file('Command', 'ScriptLocation')],
  'AWS::Lambda::Function': [code('Code')],
  'AWS::Lambda::LayerVersion': [code('Content')],
  'AWS::Serverless::Api': [file('DefinitionUri')],
  'AWS::Serverless::Application': [template('Location')],
  'AWS::Serverless::Function': [code('CodeUri')],
  'AWS::Serverless::GraphQLApi': [
    file('SchemaUri'),
    file('Resolvers', '**', 'CodeUri'),
    file('Functions', '**', 'CodeUri'),
  ],
  'AWS::Serverless::HttpApi': [file('DefinitionUri')],
  'AWS::Serverless::LayerVersion': [code('ContentUri')],
  'AWS::Serverless::StateMachine': [file('DefinitionUri')],
  'AWS::Serverless::WebFunction': [code('CodeUri')],
  'AWS::StepFunctions::StateMachine': [file('DefinitionS3Location')],
};

/** Global values that SAM gives to resources, by section of `Globals`. */
export const GLOBAL_ARTIFACTS: Readonly<Record<string, readonly string[]>> = {
  Function: ['CodeUri'],
  Api: ['DefinitionUri'],
  HttpApi: ['DefinitionUri'],
};

/** Properties of the template's own `Metadata`, by type. */
export const METADATA_ARTIFACTS: Readonly<Record<string, readonly string[]>> = {
  'AWS::ServerlessRepo::Application': ['LicenseUrl', 'ReadmeUrl'],
};
