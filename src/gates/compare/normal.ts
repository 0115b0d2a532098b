/** Distribution function of the standard normal distribution, to about 14 digits (G. Marsaglia, J. Stat. Software 11/4, 2004). */
export function normalCdf(x: number): number {
  if (x < -8) return 0;
  if (x > 8) return 1;
  if (x < -3) return upperTail(-x);
  if (x > 3) return 1 - upperTail(x);
  let [term, sum] = [x, x];
  for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * density(x);
}

/** P(X > x), for x above 3, by its continued fraction (Abramowitz and Stegun, 26.2.14). */
function upperTail(x: number): number {
  let fraction = 0;
  for (let k = 60; k > 0; k -= 1) fraction = k / (x + fraction);
  return density(x) / (x + fraction);
}

const density = (x: number): number => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);

/** The value below which a share of the distribution lies; by bisection, as it is asked for a few times only. */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) return share <= 0 ? -Infinity : Infinity;
  let [low, high] = [-8, 8];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
