/** Whether a pattern of a policy holds for all that another one holds for, as far as their texts tell. */
export function covers(pattern: string, text: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`).test(text);
}
