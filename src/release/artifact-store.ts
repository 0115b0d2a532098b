import { AwsError } from '../aws/ports.ts';
import type { ObjectHead, Storage } from '../aws/storage-port.ts';
import { UserError } from '../errors.ts';

/** An object of the first bucket, on this machine's disk. */
export interface StoredArtifact {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly etag: string;
}

/** Artifacts of the first bucket: each is downloaded at most once in a run, to disk, however many targets take it. */
export interface ArtifactStore {
  /** @throws UserError `artifact-missing` */
  fetch(key: string): Promise<StoredArtifact>;
  dispose(): Promise<void>;
}

const DOWNLOADS_AT_ONCE = 4;
/** A connection that breaks in the middle of a body is not retried by the SDK. */
const ATTEMPTS = 4;

/** @param folder made when the first artifact is fetched, and deleted by `dispose` */
export function createArtifactStore(origin: {
  readonly storage: Storage;
  readonly bucket: string;
  readonly folder: string;
}): ArtifactStore {
  const fetched = new Map<string, Promise<StoredArtifact>>();
  const limit = lazy(async () => (await import('p-limit')).default(DOWNLOADS_AT_ONCE));

  return {
    async fetch(key) {
      let artifact = fetched.get(key);
      if (!artifact) {
        const path = `${origin.folder}/${fetched.size}`;
        artifact = limit().then((run) => run(() => download(origin.storage, origin.bucket, key, path)));
        fetched.set(key, artifact);
      }
      return artifact;
    },
    async dispose() {
      await Promise.allSettled(fetched.values());
      const { rm } = await import('node:fs/promises');
      await rm(origin.folder, { recursive: true, force: true });
    },
  };
}

/** Streams an object to a file and hashes it on the way. */
export async function download(storage: Storage, bucket: string, key: string, path: string): Promise<StoredArtifact> {
  const [{ createWriteStream }, { mkdir }, { dirname }] = await Promise.all([
    import('node:fs'),
    import('node:fs/promises'),
    import('node:path'),
  ]);
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const { head, body } = await open(storage, bucket, key);
    try {
      const { bytes, sha256 } = await hashInto(body, createWriteStream(path));
      if (bytes !== head.size) throw new Error(`${key} ended after ${bytes} of ${head.size} bytes`);
      return { path, bytes, sha256, etag: head.etag };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function open(
  storage: Storage,
  bucket: string,
  key: string,
): Promise<{ readonly head: ObjectHead; readonly body: NodeJS.ReadableStream }> {
  try {
    return await storage.get(bucket, key);
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'not-found') throw error;
    throw new UserError('artifact-missing', `The artifact ${key} is not in the bucket ${bucket}.`, {
      fix: ['Deploy from the sources of the commit again: that packages and uploads it.'],
      cause: error,
    });
  }
}

async function hashInto(
  body: NodeJS.ReadableStream,
  file: NodeJS.WritableStream,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const [{ createHash }, { pipeline }] = await Promise.all([import('node:crypto'), import('node:stream/promises')]);
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Uint8Array | string>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    file,
  );
  return { bytes, sha256: hash.digest('hex') };
}

function lazy<T>(make: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
