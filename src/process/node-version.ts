/** The oldest Node that runs this program: the one that actions have (`runs.using: node24`). */
const OLDEST = 24;

/** Why this Node cannot run the program, in a sentence; undefined when it can. @param version as in `process.versions.node` */
export function nodeProblem(version: string): string | undefined {
  const [major] = version.split('.');
  if (Number(major) >= OLDEST) return undefined;
  return `sam-multi-region needs Node ${OLDEST} or newer, and this is Node ${version}: install it (https://nodejs.org), or run npx -p node@${OLDEST} -p sam-multi-region sam-multi-region.`;
}
