import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsError } from '../../aws/ports.ts';
import type { Storage } from '../../aws/storage-port.ts';
import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import type { PlannedBundle } from '../../failover/plan.ts';
import { bundleFolder } from '../../process/bundle-folder.ts';
import type { ArchivedFile } from '../../process/tar.ts';

/** Bucket of a target. */
export interface BundlePlace {
  readonly target: string;
  readonly storage: Pick<Storage, 'head' | 'putStream'>;
  readonly bucket: string;
}

/** As people call it: `node dist/index.js`. */
const FOLDER = 'dist';

/**
 * Keeps the program that runs beside the plan, so that whoever needs the plan finds what reads it. Its key is that of its
 * content: a bucket that has it is asked once a deployment and gets nothing. What cannot be kept is a warning.
 * @returns undefined when no bundle runs: sources are not kept
 */
export async function keepBundle(
  places: readonly BundlePlace[],
  { program, version, report }: Pick<RunContext, 'program' | 'version' | 'report'>,
): Promise<PlannedBundle | undefined> {
  const folder = bundleFolder(program);
  if (folder === undefined) return undefined;
  const files = await filesOf(folder);
  const bundle = { key: keyOf(files, version), version };
  let packed: Promise<Buffer> | undefined;
  await Promise.all(
    places.map(async ({ target, storage, bucket }) => {
      try {
        if ((await storage.head(bucket, bundle.key)) !== undefined) return;
        packed ??= archiveOf(files);
        const bytes = await packed;
        await storage.putStream(bucket, bundle.key, Readable.from([bytes]), {
          size: bytes.byteLength,
          contentType: 'application/gzip',
          ifAbsent: true,
        });
      } catch (error) {
        // Somebody else was faster, with the same content.
        if (error instanceof AwsError && error.kind === 'conflict') return;
        const text = `the program could not be kept beside the failover plan of ${target}: ${errorText(error)}`;
        report({ type: 'note', level: 'warning', text, target });
      }
    }),
  );
  return bundle;
}

async function filesOf(folder: string): Promise<readonly ArchivedFile[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(
    names
      .map(({ name }) => name)
      .sort()
      .map(async (name) => ({ name: `${FOLDER}/${name}`, bytes: await readFile(join(folder, name)) })),
  );
}

function keyOf(files: readonly ArchivedFile[], version: string): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(`${name}\0${bytes.byteLength}\0`).update(bytes);
  return `sam-multi-region/failover/bundles/${version}-${hash.digest('hex').slice(0, 32)}.tar.gz`;
}

async function archiveOf(files: readonly ArchivedFile[]): Promise<Buffer> {
  const [{ gzip }, { promisify }, { tarOf }] = await Promise.all([
    import('node:zlib'),
    import('node:util'),
    import('../../process/tar.ts'),
  ]);
  return promisify(gzip)(tarOf(files));
}
