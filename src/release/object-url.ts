import { findPartition } from '../topology/regions.ts';

/** Path-style URL of an object, the form that CloudFormation takes as `TemplateURL` everywhere. */
export function objectUrl(
  place: { readonly region: string; readonly partition: string },
  bucket: string,
  key: string,
): string {
  const suffix = findPartition(place.partition)?.dnsSuffix ?? 'amazonaws.com';
  return `https://s3.${place.region}.${suffix}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
}
