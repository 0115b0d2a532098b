import { describe } from '@jest/globals';
import { type Row, refuses } from './rows.ts';

const SYNTAX: readonly Row[] = [
  {
    name: 'a missing brace',
    config: 'application: {a: b\nenvironments: x',
    error: ['yaml-syntax', '2:1', 'not valid YAML'],
  },
  { name: 'a tab', config: 'application: shop\nenvironments:\n\tprod: 1', error: ['yaml-syntax', '3:1', 'tab'] },
  {
    name: 'the same key twice',
    config: 'application: a\napplication: b\nenvironments: {}',
    error: ['duplicate-key', '2:1', 'stands twice'],
  },
  {
    name: 'two documents',
    config: 'application: a\n---\napplication: b\n',
    error: ['yaml-syntax', '2:1', 'one YAML document'],
  },
  {
    name: 'a CloudFormation tag',
    config: 'application: !Ref A\nenvironments: {}',
    error: ['yaml-syntax', '1:14', 'Ref'],
  },
  { name: 'a list', config: '- a\n- b\n', error: ['not-a-mapping', '1:1', 'must be a mapping, but is a list'] },
  { name: 'nothing', config: '', error: ['not-a-mapping', '', 'must be a mapping, but is empty'] },
  {
    name: 'a file of 1 MB',
    config: `application: ${'a'.repeat(1_000_000)}`,
    error: ['file-too-large', '', 'has 1000013 bytes'],
  },
  {
    name: 'bytes that are no UTF-8',
    config: 'application: shop\n# caf\uFFFD',
    error: ['not-utf8', '2', 'is not UTF-8 text', 'UTF-8'],
  },
  {
    name: 'an alias bomb',
    config: `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
    error: ['yaml-alias', '', 'more than 100 YAML aliases'],
  },
  {
    name: 'an alias without an anchor',
    config: 'application: a\nenvironments: { prod: { targets: *regions } }',
    error: ['yaml-alias', '2:34', '*regions stands for nothing: no value has the anchor &regions'],
  },
  {
    name: 'an alias of itself',
    config: 'application: shop\nenvironments: &a\n  prod: *a\n',
    error: ['yaml-alias', '', 'levels deep'],
  },
];

describe('a configuration is refused for its syntax:', () => refuses(SYNTAX));
