import type { GitHub } from './model.ts';

/** A GitHub to which no secret is written, wherever the text comes from. Names of environments and commits stay. */
export function redactedGitHub(github: GitHub, redact: (text: string) => string): GitHub {
  return {
    ...github,
    upsertComment: (pullRequest, key, body, run) => github.upsertComment(pullRequest, key, redact(body), run),
    createDeployment: ({ description, ...wish }) =>
      github.createDeployment({ ...wish, ...(description !== undefined && { description: redact(description) }) }),
    setDeploymentStatus: (id, { description, environmentUrl, ...update }) =>
      github.setDeploymentStatus(id, {
        ...update,
        ...(description !== undefined && { description: redact(description) }),
        ...(environmentUrl !== undefined && { environmentUrl: redact(environmentUrl) }),
      }),
    deactivateDeployments: (environment, description) =>
      github.deactivateDeployments(environment, description === undefined ? undefined : redact(description)),
  };
}
