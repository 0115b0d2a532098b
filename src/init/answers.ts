import type { RepositoryIdentity } from '../bootstrap/model.ts';
import type { StarterName } from './starters.ts';

/** All that `init` has to know; checked. */
export interface InitAnswers {
  readonly application: string;
  readonly environment: string;
  /** In order: the first one is deployed first. */
  readonly targets: readonly { readonly name: string; readonly region: string; readonly account?: string }[];
  /** What a new configuration says of its stack; absent: there is a configuration, and it stays. */
  readonly stack?: {
    /** Path of the SAM template, from the folder of the configuration. */
    readonly template: string;
    readonly stackName: string;
  };
  readonly repository: RepositoryIdentity;
  readonly branch: string;
  readonly workflows: readonly StarterName[];
}

export function hasPreviews({ workflows }: Pick<InitAnswers, 'workflows'>): boolean {
  return workflows.some((name: string) => name === 'preview');
}
