import type { PreviewRequest } from '../topology/preview.ts';

/** Stands for the preview of any pull request, where its number does not matter: where previews go, what they may do. */
export const ANY_PREVIEW: PreviewRequest = { number: 1, stackName: (key) => key, tags: () => ({}) };
