/** The number of a pull request; undefined when the text is none. GitHub's stay far below what is taken here. */
export function parseNumber(text: string): number | undefined {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}
