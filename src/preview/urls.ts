/** Outputs of a stack that are web addresses; the one that is most likely the application's own comes first. */
export function urlsOf(
  outputs: Readonly<Record<string, string>>,
): readonly { readonly name: string; readonly url: string }[] {
  return Object.entries(outputs)
    .filter(([, url]) => /^https?:\/\/\S+$/i.test(url) && URL.canParse(url))
    .map(([name, url]) => ({ name, url }))
    .toSorted((a, b) => rank(a.name) - rank(b.name));
}

function rank(name: string): number {
  const at = [/^url$/i, /url$/i, /endpoint$/i].findIndex((pattern) => pattern.test(name));
  return at < 0 ? 3 : at;
}
