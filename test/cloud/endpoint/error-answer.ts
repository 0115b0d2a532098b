import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** An error as AWS means it, before a protocol gives it a body. */
export interface AwsError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const REST_XML = new Set(['route53', 'cloudfront']);
const QUERY_NAMESPACES: Readonly<Record<string, string>> = {
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  cloudformation: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
  sns: 'http://sns.amazonaws.com/doc/2010-03-31/',
  monitoring: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
  route53: 'https://route53.amazonaws.com/doc/2013-04-01/',
  cloudfront: 'http://cloudfront.amazonaws.com/doc/2020-05-31/',
};

/** The wire form of an error in the protocol the request speaks. */
export function errorAnswer(req: IncomingMessage, service: string, error: AwsError): Answer {
  const id = randomUUID();
  if (service === 's3') return s3Error(req, error, id);
  const contentType = req.headers['content-type'] ?? '';
  if (req.headers['smithy-protocol'] === 'rpc-v2-cbor') return cborError(error, id);
  if (contentType.startsWith('application/x-amz-json')) return jsonError(contentType, error, id);
  if (service === 'ec2') return ec2Error(error, id);
  if (service === '' || REST_XML.has(service) || contentType.startsWith('application/x-www-form-urlencoded')) {
    return queryError(service, error, id);
  }
  return service in QUERY_NAMESPACES ? queryError(service, error, id) : restJsonError(error, id);
}

function xml(text: string): string {
  return text.replace(/[<>&]/g, (char) => ({ '<': '&lt;', '>': '&gt;' })[char] ?? '&amp;');
}

function queryError(service: string, error: AwsError, id: string): Answer {
  const namespace = QUERY_NAMESPACES[service];
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  const body =
    `<ErrorResponse${attribute}><Error><Type>${type}</Type><Code>${xml(error.code)}</Code>` +
    `<Message>${xml(error.message)}</Message></Error><RequestId>${id}</RequestId></ErrorResponse>`;
  return answer(error, 'text/xml', body, { 'x-amzn-requestid': id });
}

function ec2Error(error: AwsError, id: string): Answer {
  const body =
    `<Response><Errors><Error><Code>${xml(error.code)}</Code><Message>${xml(error.message)}</Message></Error></Errors>` +
    `<RequestID>${id}</RequestID></Response>`;
  return answer(error, 'text/xml', body, {});
}

function s3Error(req: IncomingMessage, error: AwsError, id: string): Answer {
  const body =
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${xml(error.code)}</Code><Message>${xml(error.message)}</Message>` +
    `<RequestId>${id}</RequestId><HostId>${id}</HostId></Error>`;
  return answer(error, 'application/xml', req.method === 'HEAD' ? '' : body, { 'x-amz-request-id': id });
}

function jsonError(contentType: string, error: AwsError, id: string): Answer {
  const body = JSON.stringify({ __type: error.code, message: error.message });
  return answer(error, contentType, body, { 'x-amzn-requestid': id });
}

function restJsonError(error: AwsError, id: string): Answer {
  const body = JSON.stringify({ Type: error.status < 500 ? 'User' : 'Service', message: error.message });
  return answer(error, 'application/json', body, { 'x-amzn-requestid': id, 'x-amzn-errortype': error.code });
}

/** A CBOR map of two short texts, as RPC v2 clients read it. */
function cborError(error: AwsError, id: string): Answer {
  const text = (value: string): Buffer => {
    const bytes = Buffer.from(value);
    const head = bytes.length < 24 ? [0x60 + bytes.length] : [0x79, bytes.length >> 8, bytes.length & 255];
    return Buffer.concat([Buffer.from(head), bytes]);
  };
  const body = Buffer.concat([Buffer.from([0xa2]), ...['__type', error.code, 'message', error.message].map(text)]);
  return answer(error, 'application/cbor', body.toString('latin1'), {
    'x-amzn-requestid': id,
    'smithy-protocol': 'rpc-v2-cbor',
  });
}

function answer(error: AwsError, type: string, body: string, headers: Readonly<Record<string, string>>): Answer {
  return { status: error.status, headers: { 'content-type': type, ...headers, ...error.headers }, body };
}
