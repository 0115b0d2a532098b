import type { ProductRun } from './run-product.ts';

/**
 * What happened to two targets in a run with `--output jsonl`, in order: a stack that is done as `target state`, a change of
 * weights as `west/central`.
 */
export function rolloutStory({ stdout }: Pick<ProductRun, 'stdout'>): readonly string[] {
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, never>);
  return events.flatMap((event: Record<string, unknown>) => {
    if (event['type'] === 'weight.changed') {
      const after = event['after'] as Readonly<Record<string, number>>;
      return [`${after['eu-west-1'] ?? '-'}/${after['eu-central-1'] ?? '-'}`];
    }
    if (event['type'] !== 'instance.finished') return [];
    const { target, state } = event['result'] as { readonly target: string; readonly state: string };
    return [`${target} ${state}`];
  });
}
