import type { DataPath } from './model.ts';

/**
 * What a path as people and CloudFormation write it may mean in a template's data, most likely first:
 * a resource, a parameter, or a path from the root.
 */
export function pathOf(path: string): readonly DataPath[] {
  if (path.startsWith('/')) return [path.slice(1).split('/').map(unescapePointer)];
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '');
  return [['Resources', ...parts], ['Parameters', ...parts], parts];
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
