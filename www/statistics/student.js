// Student's t distribution, for whole degrees of freedom.

/** The two-sided critical value of t.
 * @param {number} freedom degrees of freedom, from 1
 * @param {number} misses the error rate, above 0 */
export function studentReach(freedom, misses) {
  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (1 - centralProbability(freedom, middle) > misses) low = middle;
    else high = middle;
  }
  return Math.sqrt(freedom) * Math.tan(high);
}

/** The probability that |t| is at most the square root of its degrees of freedom times the tangent of this angle (Abramowitz
 * and Stegun 1964, 26.7.3 and 26.7.4).
 * @param {number} freedom
 * @param {number} angle */
function centralProbability(freedom, angle) {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power < freedom; power += 2) {
    term *= ((power - 1) / power) * cosine ** 2;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
