import type { Answer } from './server.ts';

const XML = { 'content-type': 'text/xml' };

/** A result of the query protocol. */
export function result(action: string, inner = ''): Answer {
  return { headers: XML, body: `<${action}Response><${action}Result>${inner}</${action}Result></${action}Response>` };
}

/** An error of the query protocol. */
export function failure(status: number, code: string, message = code): Answer {
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>req-1</RequestId></ErrorResponse>`;
  return { status, headers: XML, body };
}

/** An error of S3. */
export function s3Failure(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { ...XML, ...headers },
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  };
}

export function identity(account: string): Answer {
  return result(
    'GetCallerIdentity',
    `<Arn>arn:aws:iam::${account}:user/u</Arn><UserId>U</UserId><Account>${account}</Account>`,
  );
}

/** Credentials of a session that ends at `expiresAt` (milliseconds since the epoch). */
export function session(action: string, key: string, expiresAt: number, account = '111111111111'): Answer {
  return result(
    action,
    `<AssumedRoleUser><Arn>arn:aws:sts::${account}:assumed-role/deploy/s</Arn><AssumedRoleId>A</AssumedRoleId></AssumedRoleUser>` +
      `<Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>secret-of-${key}</SecretAccessKey>` +
      `<SessionToken>token-of-${key}</SessionToken><Expiration>${new Date(expiresAt).toISOString()}</Expiration></Credentials>`,
  );
}

export function stack(name: string, status = 'CREATE_COMPLETE'): Answer {
  return result(
    'DescribeStacks',
    `<Stacks><member><StackName>${name}</StackName><StackId>arn:aws:cloudformation:eu-west-1:111111111111:stack/${name}/1</StackId>` +
      `<StackStatus>${status}</StackStatus><CreationTime>2026-01-02T03:04:05Z</CreationTime>` +
      '<Outputs><member><OutputKey>Url</OutputKey><OutputValue>https://x/</OutputValue></member></Outputs>' +
      '<Tags><member><Key>app</Key><Value>orders</Value></member></Tags></member></Stacks>',
  );
}
