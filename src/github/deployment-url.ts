import { urlsOf } from '../preview/urls.ts';

/** Outputs by stack and name. */
type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Where what was deployed to a target can be seen.
 * @param wanted `OUTPUT` or `STACK.OUTPUT`; without it the output that is most likely the application's address
 */
export function deploymentUrl(outputs: Outputs, wanted: string | undefined): string | undefined {
  const all = Object.entries(outputs);
  if (wanted === undefined) return all.map(([, own]) => urlsOf(own)[0]?.url).find((url) => url !== undefined);
  return all
    .flatMap(([stack, own]) => [own[wanted], Object.entries(own).find(([name]) => `${stack}.${name}` === wanted)?.[1]])
    .find((url) => url !== undefined);
}
