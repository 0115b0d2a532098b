import type { Pattern } from './dsl.ts';

/** CloudFormation API Reference, CreateStack, StackName. */
export const STACK_NAME: Pattern = {
  source: '[A-Za-z][A-Za-z0-9-]*',
  short: 'stack name',
  words: 'a CloudFormation stack name: letters (A-Z, a-z), digits and hyphens, starting with a letter',
  maxLength: 128,
};

/** Stack names are made of it (`application-key`), so it obeys their rules and leaves room. */
export const APPLICATION: Pattern = {
  source: '[A-Za-z][A-Za-z0-9-]*',
  short: 'name',
  words: 'letters (A-Z, a-z), digits and hyphens, starting with a letter',
  maxLength: 100,
};

export const STACK_KEY: Pattern = {
  source: '[A-Za-z][A-Za-z0-9-]*',
  short: 'name',
  words: 'letters (A-Z, a-z), digits and hyphens, starting with a letter',
  maxLength: 64,
};

/** Also the name of the GitHub environment. */
export const ENVIRONMENT: Pattern = {
  source: '[A-Za-z0-9][A-Za-z0-9._-]*',
  short: 'name',
  words: 'letters (A-Z, a-z), digits, dots, hyphens and underscores, starting with a letter or digit',
  maxLength: 100,
};

/** Targets, region groups and waves; no dots, because references take them as one word. */
export const NAME: Pattern = {
  source: '[A-Za-z0-9][A-Za-z0-9_-]*',
  short: 'name',
  words: 'letters (A-Z, a-z), digits, hyphens and underscores, starting with a letter or digit',
  maxLength: 64,
};

export const ACCOUNT: Pattern = {
  source: '\\d{12}',
  short: 'twelve digits',
  words: 'an AWS account id of twelve digits',
};

/** CloudFormation User Guide, Parameters: names are alphanumeric. */
export const PARAMETER_NAME: Pattern = {
  source: '[A-Za-z0-9]+',
  short: 'parameter name',
  words: 'a CloudFormation parameter name: letters and digits',
  maxLength: 255,
};

/** CloudFormation API Reference, Tag: 1 to 128 characters, and `aws:` is AWS's own. */
export const TAG_KEY: Pattern = {
  source: '(?!aws:)[^\\n]+',
  short: 'tag key',
  words: 'a tag key that does not start with "aws:"',
  maxLength: 128,
};

export const TAG_VALUE: Pattern = { source: '[^\\n]*', short: 'text', words: 'one line of text', maxLength: 256 };

/** IAM role ARN, or a role name (with its path) that is completed with the account of the target. */
export const ROLE: Pattern = {
  source: 'arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]{1,576}|[\\w+=,.@-][\\w+=,.@/-]{0,575}',
  short: 'role name or ARN',
  words: 'the name or the ARN of an IAM role',
};

/** STS API Reference, AssumeRole, ExternalId. */
export const EXTERNAL_ID: Pattern = {
  source: '[\\w+=,.@:/-]{2,}',
  short: 'text',
  words: 'an external id',
  maxLength: 1224,
};

/** `file:PATH`. */
export const FILE: Pattern = { source: 'file:.+', short: '`file:PATH`', words: 'file:PATH' };

export const LINE: Pattern = {
  source: '\\S(?:.*\\S)?',
  short: 'text',
  words: 'a text of one line without spaces around it',
};

/** RFC 9110, 5.6.2: token. */
export const HEADER: Pattern = {
  source: "[!#$%&'*+.^_`|~0-9A-Za-z-]+",
  short: 'header',
  words: 'the name of an HTTP header',
};

export const STATUS: Pattern = {
  source: '[1-5](?:\\d\\d|xx)',
  short: '`200`, `2xx`',
  words: 'an HTTP status such as 200, or a class such as 2xx',
};

/** CloudWatch API Reference, MetricDataQuery, Id. */
export const METRIC_ID: Pattern = {
  source: '[a-z][A-Za-z0-9_]*',
  short: 'id',
  words: 'letters, digits and underscores, starting with a small letter',
  maxLength: 255,
};

/** CloudWatch User Guide, Statistics definitions. */
export const STATISTIC: Pattern = {
  source:
    '(?:Sum|Average|Minimum|Maximum|SampleCount|IQM|p\\d{1,2}(?:\\.\\d{1,10})?|p100|(?:tm|wm|tc|ts|pr|TM|WM|TC|TS|PR).+)',
  short: 'statistic',
  words: 'a statistic of CloudWatch such as Sum, Average or p99',
};

export const NUMBER: Pattern = {
  source: '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?',
  short: 'number',
  words: 'a number',
};

export const PERCENTAGE: Pattern = {
  source: '(?:\\d+\\.?\\d*|\\.\\d+)%',
  short: 'percentage',
  words: 'a percentage such as 0.5%',
};
