import { describe } from '@jest/globals';
import { environment, type Row, refuses, targets } from './rows.ts';

const FILES: readonly Row[] = [
  {
    name: 'a parameter file that is not there',
    config: environment(`${targets}parameters: file:p.yaml`),
    error: ['file-missing', '5:17', 'there is no file p.yaml', 'taken from /app'],
  },
  {
    name: 'a parameter file of texts',
    config: environment(`${targets}parameters: file:p.yaml`),
    files: { 'p.yaml': '- a\n- b' },
    error: ['bad-value', 'p.yaml 1:1', 'p.yaml holds no parameters'],
  },
  {
    name: 'a mapping as a value in a parameter file',
    config: environment(`${targets}parameters: file:p.yaml`),
    files: { 'p.yaml': 'A:\n  B: c' },
    error: ['wrong-type', 'p.yaml 2:3', 'the parameter A must be a text'],
  },
  {
    name: 'a wrong name in a parameter file',
    config: environment(`${targets}parameters: file:p.yaml`),
    files: { 'p.yaml': 'A_B: c' },
    error: ['bad-value', 'p.yaml 1:6', 'a name in p.yaml must be a CloudFormation parameter name'],
  },
  {
    name: 'a stack policy that is a list',
    config: environment(`${targets}stack-policy: file:p.json`),
    files: { 'p.json': '[]' },
    error: ['not-a-mapping', 'p.json 1:1', 'must be a policy'],
  },
  {
    name: 'broken TOML',
    config: environment(targets),
    files: { 'samconfig.toml': 'a = 1\nb = ' },
    error: ['toml-syntax', 'samconfig.toml 2:5', 'not valid TOML'],
  },
  {
    name: 'a samconfig without the table',
    config: environment(`${targets}config-env: prod`),
    files: { 'samconfig.toml': '[default.deploy.parameters]\n' },
    error: ['samconfig', 'samconfig.toml ', 'samconfig.toml has no [prod]'],
  },
  {
    name: 'a stack name of samconfig that is too long',
    config: environment(targets),
    files: { 'samconfig.toml': `[default.deploy.parameters]\nstack_name = "${'a'.repeat(129)}"` },
    error: [
      'stack-name',
      'samconfig.toml ',
      'stack_name of samconfig.toml [default.deploy.parameters] must be at most 128',
    ],
  },
  {
    name: 'parameters of samconfig that are none',
    config: environment(targets),
    files: { 'samconfig.toml': '[default.deploy.parameters]\nparameter_overrides = "nonsense"' },
    error: [
      'samconfig',
      'samconfig.toml ',
      'parameter_overrides in samconfig.toml [default.deploy.parameters] must be Key=Value',
    ],
  },
];

describe('a configuration is refused for its files:', () => refuses(FILES));
