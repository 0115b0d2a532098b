import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Regions in the order in which runs use them. */
export const REGIONS = [
  'eu-west-1',
  'us-east-1',
  'eu-central-1',
  'us-west-2',
  'ap-southeast-2',
  'ap-northeast-1',
  'ca-central-1',
  'eu-north-1',
  'sa-east-1',
  'ap-south-1',
  'us-east-2',
  'eu-west-2',
  'eu-west-3',
  'us-west-1',
  'ap-northeast-2',
  'ap-southeast-1',
] as const;

export const ACCOUNT = '111111111111';

/** A built SAM application: every contender deploys from this one folder. */
export interface Application {
  readonly folder: string;
  /** What `sam build` would have left: nothing more has to be built. */
  readonly template: string;
  /** Makes the next deployment a change: other code, so another artifact. Returns its version. */
  change(): Promise<number>;
  /** Goes back to what a change made: deployed by who deployed that last, it changes nothing. */
  use(version: number): Promise<void>;
}

const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters:
  Marker: { Type: String, Default: none }
Resources:
  HelloFunction:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: HelloFunction
      Handler: app.handler
      Runtime: nodejs22.x
      AutoPublishAlias: live
      Environment: { Variables: { MARKER: !Ref Marker } }
      Events:
        Hello: { Type: HttpApi, Properties: { Path: /hello, Method: get } }
  Table:
    Type: AWS::Serverless::SimpleTable
Outputs:
  Url: { Value: !Sub 'https://\${ServerlessHttpApi}.execute-api.\${AWS::Region}.amazonaws.com/' }
`;

export async function writeApplication(folder: string): Promise<Application> {
  const code = join(folder, 'HelloFunction');
  await mkdir(code, { recursive: true });
  const template = join(folder, 'template.yaml');
  await writeFile(template, TEMPLATE);
  let latest = 0;
  const use = async (version: number): Promise<void> => {
    const text = `export const handler = async () => ({ statusCode: 200, body: JSON.stringify({ version: ${version}, region: process.env.AWS_REGION }) });\n`;
    await writeFile(join(code, 'app.mjs'), text);
  };
  const change = async (): Promise<number> => {
    latest += 1;
    await use(latest);
    return latest;
  };
  await change();
  return { folder, template, change, use };
}

export interface ConfigurationRequest {
  readonly folder: string;
  readonly template: string;
  readonly stackName: string;
  readonly regions: readonly string[];
  /** All regions at once instead of the first alone and then the others. */
  readonly oneWave: boolean;
  /** Gates of the environment. */
  readonly gates?: readonly object[];
}

/** A `multi-region.yml` of our own kind. Returns its path. */
export async function writeConfiguration(request: ConfigurationRequest): Promise<string> {
  const { regions, stackName } = request;
  const environment = {
    targets: Object.fromEntries(regions.map((region) => [region, { account: ACCOUNT }])),
    ...(request.gates && { gates: request.gates }),
    ...(request.oneWave && { waves: [{ name: 'all', targets: regions }] }),
  };
  const configuration = {
    application: 'bench',
    stacks: { app: { template: request.template, 'stack-name': stackName } },
    environments: { bench: environment },
  };
  const file = join(request.folder, `${stackName}-${regions.length}${request.gates ? '-gated' : ''}.yml`);
  await writeFile(file, JSON.stringify(configuration, undefined, 2));
  return file;
}
