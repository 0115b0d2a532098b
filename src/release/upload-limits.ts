/** How many uploads run side by side over all targets, so that memory stays flat: a multipart upload holds its parts. */
export interface UploadLimits {
  run<T>(bytes: number, upload: () => Promise<T>): Promise<T>;
}

const LARGE_BYTES = 8 * 1024 * 1024;
const LARGE_AT_ONCE = 2;
const SMALL_AT_ONCE = 32;

export function createUploadLimits(): UploadLimits {
  let limits: Promise<{ readonly small: Limit; readonly large: Limit }> | undefined;
  return {
    async run(bytes, upload) {
      limits ??= import('p-limit').then(({ default: pLimit }) => ({
        small: pLimit(SMALL_AT_ONCE),
        large: pLimit(LARGE_AT_ONCE),
      }));
      const { small, large } = await limits;
      return (bytes > LARGE_BYTES ? large : small)(upload);
    },
  };
}

type Limit = <T>(work: () => Promise<T>) => Promise<T>;
