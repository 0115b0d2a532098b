import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely meant; undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter((guess) => guess.distance <= limit)
    .sort((a, b) => a.distance - b.distance)[0]?.candidate;
}
