import type { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { AwsError } from './ports.ts';
import type { KeyValueStore } from './traffic-ports.ts';

type Sdk = typeof import('@aws-sdk/client-cloudfront-keyvaluestore');

/** The key-value store port on the SDK. Its shapes end here. The packages load with the first call. */
export function createKeyValueStore(client: () => Promise<CloudFrontKeyValueStoreClient>): KeyValueStore {
  async function call<T>(use: (client: CloudFrontKeyValueStoreClient, sdk: Sdk) => Promise<T>): Promise<T> {
    const [sdk, store] = await Promise.all([import('@aws-sdk/client-cloudfront-keyvaluestore'), client()]);
    return use(store, sdk);
  }

  return {
    etag: (arn) =>
      call(async (store, { DescribeKeyValueStoreCommand }) => {
        const { ETag } = await store.send(new DescribeKeyValueStoreCommand({ KvsARN: arn }));
        return ETag ?? '';
      }),

    get: (arn, key) =>
      call(async (store, { GetKeyCommand }) => {
        try {
          const { Value } = await store.send(new GetKeyCommand({ KvsARN: arn, Key: key }));
          return Value;
        } catch (error) {
          if (error instanceof AwsError && error.kind === 'not-found') return undefined;
          throw error;
        }
      }),

    put: (arn, key, value, ifMatch) =>
      call(async (store, { PutKeyCommand }) => {
        const { ETag } = await store.send(new PutKeyCommand({ KvsARN: arn, Key: key, Value: value, IfMatch: ifMatch }));
        return { etag: ETag ?? '' };
      }),
  };
}
