import { NAME, ZONE } from '../support/traffic-app.ts';

export { NAME };

export const REGIONS = ['eu-west-1', 'eu-central-1', 'us-west-2', 'ap-southeast-2'] as const;
/** The region that a release reaches first. */
export const FIRST = REGIONS[0];
export const ACCOUNT = '111111111111';

/** Weight of each region, and the percentage of it that a new release gets first: 9 of 57. */
const WEIGHT = 57;
const FIRST_STEP = 16;
/** Share of all traffic that the first step gives: 9 / (3 × 57 + 9), which is one twentieth. */
export const STEP_SHARE = 9 / 180;

export const TTL_MS = 1_000;
export const GATE_INTERVAL_MS = 5_000;

/** One in so many answers of a bad release is an error; its health check passes all the same. */
const ONE_IN = 3;

/** An HTTP API whose function says where it runs and which release it is. */
export function template(mark: string, bad: boolean): string {
  const users = bad ? `count++ % ${ONE_IN} === 0 ? 500 : 200` : '200';
  return `Transform: AWS::Serverless-2016-10-31
Parameters: { Release: { Type: String } }
Resources:
  Front:
    Type: AWS::Serverless::Function
    Properties:
      Description: ${mark}
      Runtime: nodejs22.x
      Handler: index.handler
      Environment: { Variables: { RELEASE: !Ref Release } }
      InlineCode: |
        let count = 0;
        exports.handler = async ({ rawPath }) => ({
          statusCode: rawPath === '/health' ? 200 : ${users},
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ region: process.env.AWS_REGION, release: process.env.RELEASE }),
        });
      Events:
        Users: { Type: HttpApi, Properties: { Path: /where, Method: get } }
        Health: { Type: HttpApi, Properties: { Path: /health, Method: get } }
Outputs:
  Host: { Value: !Sub "\${ServerlessHttpApi}.execute-api.\${AWS::Region}.amazonaws.com" }
`;
}

export interface Places {
  /** Of the local AWS. */
  readonly cloud: string;
  /** Where the error rate that users see can be asked for. */
  readonly errors: string;
}

/**
 * @param samples answers of users that the error rate is judged by: fewer are no verdict; absent: no users yet, and
 * nothing is judged
 */
export function configuration({ cloud, errors }: Places, samples?: number): string {
  const targets = REGIONS.map((region) => `${region}: { weight: ${WEIGHT} }`).join(', ');
  const waves = REGIONS.map((region) => `      - { name: ${region}, targets: [${region}] }`).join('\n');
  return `application: shop
stacks:
  api: { template: template.yaml, parameters: { Release: "\${release}" } }
environments:
  prod:
    home: ${REGIONS[1]}
    targets: { ${targets} }
    waves:
${waves}
    traffic:
      driver: route53
      zone: ${ZONE}
      name: ${NAME}
      types: [CNAME]
      record: { value: "\${stacks.api.outputs.Host}", ttl: ${TTL_MS / 1_000}s }
${
  samples === undefined
    ? '      settle: 0s'
    : `      drain: 0
      steps: [${FIRST_STEP}, 100]
    gates:
      - name: health
        http: { url: "${cloud}/health", headers: { x-local-aws-host: "\${stacks.api.outputs.Host}" } }
        expect: { json: { release: "\${release}" } }
        interval: ${GATE_INTERVAL_MS / 1_000}s
      - name: users
        command:
          run: ["${process.execPath}", "${import.meta.dirname}/judge-errors.mjs"]
          credentials: none
          environment: { ERRORS: "${errors}", SAMPLES: "${samples}" }
        when: bake
        interval: ${GATE_INTERVAL_MS / 1_000}s
    bake: ${samples > 500 ? '15m' : '5s'}`
}
    on-failure: rollback-all
`;
}
