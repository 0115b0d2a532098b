import type { Storage } from '../aws/storage-port.ts';
import { sha256 } from './hash.ts';
import type { Artifact, Release } from './model.ts';
import { type ParsedStack, type RewrittenStack, rewriteStack } from './nested.ts';
import { objectUrl } from './object-url.ts';

/**
 * Where a plan that is not kept puts what it packages: no deployment looks there, so whoever may only plan (jobs of pull
 * requests) can write nothing that is deployed.
 */
export const FORECASTS = 'sam-multi-region/forecasts';

/** The prefix of the artifacts of a forecast, from that of deployments. */
export function forecastPrefix(prefix: string | undefined): string {
  return prefix === undefined ? FORECASTS : `${FORECASTS}/${prefix}`;
}

/** Whether what was packaged to this place is a forecast. */
export function isForecast({ origin }: { readonly origin: Pick<Release['origin'], 'prefix'> }): boolean {
  return isForecastKey(`${origin.prefix}/`);
}

export function isForecastKey(key: string): boolean {
  return key.startsWith(`${FORECASTS}/`);
}

/** The key that a deployment gives to an artifact of a forecast. */
function deployedKey(key: string): string {
  return isForecastKey(key) ? key.slice(FORECASTS.length + 1) : key;
}

interface Bucket {
  readonly storage: Storage;
  readonly bucket: string;
}

/** What a forecast takes from where deployments put it: code that is the same is no change then. */
export interface Forecast {
  /** Files that no deployment has brought to this bucket. */
  missing(files: readonly Artifact[], place: Bucket): Promise<readonly Artifact[]>;
  /**
   * The stack with the keys of a deployment for all that lies in the bucket under them, and those of the forecast for the
   * rest.
   * @param normal the stack as it is rewritten for this bucket whatever lies there
   */
  rewrite(
    stack: ParsedStack,
    place: Bucket & { readonly region: string; readonly partition: string },
    normal: RewrittenStack,
  ): Promise<RewrittenStack>;
}

/** Asks for each object once. */
export function createForecast(): Forecast {
  const asked = new Map<string, Promise<boolean>>();
  function isThere({ storage, bucket }: Bucket, key: string): Promise<boolean> {
    const id = `${bucket} ${key}`;
    const found = asked.get(id) ?? storage.head(bucket, key).then((head) => head !== undefined);
    asked.set(id, found);
    return found;
  }
  async function present(keys: readonly string[], place: Bucket): Promise<ReadonlySet<string>> {
    const found = await Promise.all(keys.map(async (key) => ((await isThere(place, key)) ? [key] : [])));
    return new Set(found.flat());
  }

  return {
    async missing(files, place) {
      const there = await present(
        files.map(({ key }) => deployedKey(key)),
        place,
      );
      return files.filter(({ key }) => !there.has(deployedKey(key)));
    },
    async rewrite(stack, place, normal) {
      const { createHash } = await import('node:crypto');
      const rekeyed = new Set(normal.nested.flatMap(({ from, changed }) => (changed ? [from] : [])));
      const nameOf = (key: string, text: string, changed: boolean): string => {
        const own = deployedKey(key);
        if (!changed) return own;
        // Where a deployment rewrites nothing the template keeps the key that `sam package` gave it: its MD5.
        const hash = rekeyed.has(key) ? sha256(text).slice(0, 32) : createHash('md5').update(text).digest('hex');
        return `${own.slice(0, own.lastIndexOf('/') + 1)}${hash}.template`;
      };
      const to = { bucket: place.bucket, url: (key: string) => objectUrl(place, place.bucket, key) };
      const deployed = rewriteStack(stack, { ...to, fileKey: deployedKey }, nameOf);
      const there = await present([...filesOf(stack), ...deployed.nested.map(({ key }) => key)], place);
      return rewriteStack(
        stack,
        { ...to, fileKey: (key) => (there.has(deployedKey(key)) ? deployedKey(key) : key) },
        (key, text, changed) => {
          const name = nameOf(key, text, changed);
          return there.has(name) ? name : `${FORECASTS}/${name}`;
        },
      );
    },
  };
}

function filesOf({ root, nested }: ParsedStack): readonly string[] {
  const references = [root, ...nested.values()].flatMap((template) => template.references);
  const keys = references.flatMap(({ kind, value }) => (kind === 'file' ? [deployedKey(value.location.key)] : []));
  return [...new Set(keys)];
}
