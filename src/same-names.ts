/** Whether two lists hold the same names, in whatever order; neither has one twice. */
export function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name) => right.includes(name));
}
