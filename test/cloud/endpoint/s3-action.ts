const SUBRESOURCES: Readonly<Record<string, string>> = {
  acl: 'Acl',
  cors: 'Cors',
  encryption: 'Encryption',
  lifecycle: 'LifecycleConfiguration',
  location: 'Location',
  logging: 'Logging',
  notification: 'NotificationConfiguration',
  'object-lock': 'ObjectLockConfiguration',
  ownershipControls: 'OwnershipControls',
  policy: 'Policy',
  policyStatus: 'PolicyStatus',
  publicAccessBlock: 'PublicAccessBlock',
  replication: 'Replication',
  requestPayment: 'RequestPayment',
  tagging: 'Tagging',
  versioning: 'Versioning',
  website: 'Website',
};
const WITHOUT_BUCKET = new Set(['PublicAccessBlock', 'ObjectLockConfiguration']);
const VERBS: Readonly<Record<string, string>> = { GET: 'Get', PUT: 'Put', DELETE: 'Delete' };

/** Bucket and key of an S3 request; the key is as sent (still percent-encoded). */
export interface S3Address {
  readonly bucket: string;
  readonly key: string;
}

/** Path-style address of `url`, or the one whose bucket the host names. */
export function s3Address(url: string, hostBucket?: string): S3Address {
  const path = url.split('?', 1)[0] ?? '/';
  if (hostBucket !== undefined) return { bucket: hostBucket, key: path.slice(1) };
  const slash = path.indexOf('/', 1);
  if (slash === -1) return { bucket: decodeURIComponent(path.slice(1)), key: '' };
  return { bucket: decodeURIComponent(path.slice(1, slash)), key: path.slice(slash + 1) };
}

/** Name of the S3 API operation of a request, as in the S3 API reference. */
export function s3Action(method: string, url: string, address: S3Address, copySource: boolean): string {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  if (address.bucket === '') return 'ListBuckets';
  return address.key === '' ? bucketAction(method, query) : objectAction(method, query, copySource);
}

function bucketAction(method: string, query: URLSearchParams): string {
  if (method === 'POST') return query.has('delete') ? 'DeleteObjects' : 'PostObject';
  const sub = subresource(query);
  if (sub !== undefined) return `${VERBS[method] ?? method}${WITHOUT_BUCKET.has(sub) ? '' : 'Bucket'}${sub}`;
  if (method === 'HEAD') return 'HeadBucket';
  if (method === 'PUT') return 'CreateBucket';
  if (method === 'DELETE') return 'DeleteBucket';
  if (query.has('uploads')) return 'ListMultipartUploads';
  if (query.has('versions')) return 'ListObjectVersions';
  return query.get('list-type') === '2' ? 'ListObjectsV2' : 'ListObjects';
}

function objectAction(method: string, query: URLSearchParams, copySource: boolean): string {
  if (query.has('uploads')) return 'CreateMultipartUpload';
  if (query.has('uploadId')) {
    if (method === 'PUT') return copySource ? 'UploadPartCopy' : 'UploadPart';
    if (method === 'POST') return 'CompleteMultipartUpload';
    return method === 'DELETE' ? 'AbortMultipartUpload' : 'ListParts';
  }
  if (query.has('attributes')) return 'GetObjectAttributes';
  if (query.has('select')) return 'SelectObjectContent';
  const sub = subresource(query);
  if (sub !== undefined) return `${VERBS[method] ?? method}Object${sub}`;
  if (method === 'PUT') return copySource ? 'CopyObject' : 'PutObject';
  return `${{ GET: 'Get', HEAD: 'Head', DELETE: 'Delete' }[method] ?? method}Object`;
}

function subresource(query: URLSearchParams): string | undefined {
  for (const key of query.keys()) {
    const name = SUBRESOURCES[key];
    if (name !== undefined) return name;
  }
  return undefined;
}
