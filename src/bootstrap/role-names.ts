import { sha256 } from '../release/hash.ts';

/** IAM and STS quotas: characters in the name of a role. */
const LONGEST = 64;
/** As many characters of an application count at most (parameter `Application`). */
const LONGEST_APPLICATION = 40;
const MIDDLE = 'deploy-';

/** The name of the role that deploys an environment: `orders-deploy-prod`. */
export function deployRoleName(application: string, environment: string): string {
  return `${application}-${deployRoleEnd(application, environment)}`;
}

/** The part behind the application; long names of environments are cut, and end in a hash of their own. */
export function deployRoleEnd(application: string | undefined, environment: string): string {
  const taken = Math.min(application?.length ?? LONGEST_APPLICATION, LONGEST_APPLICATION) + 1 + MIDDLE.length;
  const room = LONGEST - taken;
  const cut = `${environment.slice(0, room - 7)}-${sha256(environment).slice(0, 6)}`;
  return `${MIDDLE}${environment.length <= room ? environment : cut}`;
}

/** Logical ids for names, in their order: `DeployRole` and the words of the name, told apart where these are the same. */
export function logicalIds(start: string, names: readonly string[]): readonly string[] {
  const plain = names.map((name) =>
    name
      .split(/[^A-Za-z0-9]+/)
      .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
      .join(''),
  );
  return plain.map((id, index) => {
    const alone = plain.filter((other) => other.toLowerCase() === id.toLowerCase()).length === 1;
    return `${start}${id}${alone ? '' : sha256(names[index] ?? '').slice(0, 6)}`;
  });
}
