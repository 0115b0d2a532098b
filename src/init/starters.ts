import { readFileSync } from 'node:fs';

/**
 * The starter workflows of `workflows-templates/`, by name. Each `new URL` stands here in full: the bundler recognizes
 * it, and puts the file beside the bundle.
 */
const files = {
  deploy: () => new URL('../../workflows-templates/deploy.yml', import.meta.url),
  'deploy-chain': () => new URL('../../workflows-templates/deploy-chain.yml', import.meta.url),
  'deploy-plan': () => new URL('../../workflows-templates/deploy-plan.yml', import.meta.url),
  plan: () => new URL('../../workflows-templates/plan.yml', import.meta.url),
  preview: () => new URL('../../workflows-templates/preview.yml', import.meta.url),
  cleanup: () => new URL('../../workflows-templates/cleanup.yml', import.meta.url),
  drill: () => new URL('../../workflows-templates/drill.yml', import.meta.url),
  failback: () => new URL('../../workflows-templates/failback.yml', import.meta.url),
  failover: () => new URL('../../workflows-templates/failover.yml', import.meta.url),
  readiness: () => new URL('../../workflows-templates/readiness.yml', import.meta.url),
  rollback: () => new URL('../../workflows-templates/rollback.yml', import.meta.url),
} as const;

export type StarterName = keyof typeof files;

export const starterNames = Object.keys(files) as readonly StarterName[];

export function starterText(name: StarterName): string {
  return readFileSync(files[name](), 'utf8');
}
