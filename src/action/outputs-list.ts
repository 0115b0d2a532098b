/** The action's outputs, declared once: set by `outputs.ts`, listed in `action.yml` and the reference. */
export const outputDescriptions = {
  status: '`succeeded`, `no-change`, `planned`, `failed`, `inconclusive` or `cancelled`.',
  application: 'Name of the application.',
  release: 'Id of the release, for a later job.',
  result: 'The whole result as JSON (see docs/reference/result.md).',
  outputs: 'Stack outputs as JSON: `{ "eu-west-1": { "app": { "Url": "…" } } }`.',
  'preview-url': 'The first web address of a preview.',
  'preview-urls': 'Web addresses of a preview as JSON: `{ "eu-west-1": ["https://…"] }`.',
  'has-changes': '`true` when the plan or the deployment changed at least one stack.',
} as const;

export type OutputName = keyof typeof outputDescriptions;
