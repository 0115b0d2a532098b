import { isNestedStack } from '../../template/locate-nested.ts';
import type { Template } from '../../template/model.ts';
import { asMap } from '../../template/plain-data.ts';
import type { Environment } from '../../topology/model.ts';
import { templateOf } from './consumer-names.ts';

/** Services of which the stacks have something, as far as readiness looks at them. */
export interface ServicesUsed {
  readonly apis: boolean;
  readonly tables: boolean;
  readonly listeners: boolean;
  readonly distributions: boolean;
  /** A stack nests others. */
  readonly nests: boolean;
}

const ANY_SERVICES: ServicesUsed = {
  apis: true,
  tables: true,
  listeners: true,
  distributions: true,
  nests: true,
};

/** Where no configuration is known: without one there is no failover that could be ready. */
export const NO_SERVICES: ServicesUsed = {
  apis: false,
  tables: false,
  listeners: false,
  distributions: false,
  nests: false,
};

/** From the templates as they are written; one that cannot be read, or nests others, may have anything. */
export function servicesUsed(
  { instances }: Pick<Environment, 'instances'>,
  readFile: (path: string) => string | undefined,
): ServicesUsed {
  const found = instances.map(({ stack }) => servicesIn(templateOf(stack.template, readFile)));
  const some = (name: keyof ServicesUsed): boolean => found.some((services) => services[name]);
  return {
    apis: some('apis'),
    tables: some('tables'),
    listeners: some('listeners'),
    distributions: some('distributions'),
    nests: some('nests'),
  };
}

function servicesIn(template: Template | undefined): ServicesUsed {
  if (template === undefined || template.resources.some(({ type }) => isNestedStack(type))) return ANY_SERVICES;
  const has = (pattern: RegExp): boolean => template.resources.some(({ type }) => pattern.test(type));
  // SAM makes an API of its own for events that name none.
  const events = template.resources.flatMap(({ properties }) => Object.values(asMap(properties['Events'])).map(asMap));
  return {
    apis:
      has(/^AWS::(?:ApiGateway(?:V2)?::|Serverless::(?:Api|HttpApi)$)/) ||
      events.some(({ Type }) => Type === 'Api' || Type === 'HttpApi'),
    tables: has(/^AWS::(?:DynamoDB::|Serverless::SimpleTable$)/),
    listeners: has(/^AWS::ElasticLoadBalancingV2::Listener$/),
    distributions: has(/^AWS::CloudFront::Distribution$/),
    nests: false,
  };
}
