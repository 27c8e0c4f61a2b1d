// Runs that follow the real schedule on a clock that is played: minutes of rounds take no time.

import { Schedule } from '../../www/run/schedule.js';
import { randomFrom } from '../../www/statistics/random.js';

/** A plan of so many series; `earlier` is the run that it goes on with. */
export function planOf(count, { purpose = count > 1 ? 'compare' : 'run', repeats = 'auto', earlier } = {}) {
  const known = earlier?.times.map((timesMs) => ({ timesMs, looks: earlier.schedule.looks, repeats: timesMs.length }));
  return { purpose, series: Array.from({ length: count }, (_, place) => ({ job: {}, repeats, earlier: known?.[place] })) };
}

/** Follows a plan to its end. `timeOf(series, round, atMs)` says how long a repeat takes, `fateOf(series, round)` whether it `broke`, `all`
 * did, or it is `empty`; between two repeats the page takes `gapMs`. */
export function follow(plan, { timeOf, fateOf = () => undefined, gapMs = 0, random = randomFrom(1) }) {
  let nowMs = 0;
  const schedule = new Schedule(plan, { now: () => nowMs, random });
  const times = plan.series.map(({ earlier }) => [...(earlier?.timesMs ?? [])]);
  const steps = [];
  for (let step = schedule.next(); step; step = schedule.next()) {
    const { rounds, looks } = schedule;
    steps.push({ ...step, rounds, looks, atMs: nowMs });
    if (step.what !== 'repeat') continue;
    const { series } = step;
    const fate = fateOf(series, rounds + 1);
    if (fate === 'broke') schedule.broke(series);
    else if (fate === 'all') times.forEach((_, other) => schedule.broke(other));
    else {
      const timeMs = timeOf(series, rounds + 1, nowMs);
      nowMs += timeMs + gapMs;
      times[series].push(timeMs);
      schedule.measured(series, timeMs, fate === 'empty');
    }
  }
  return { schedule, times, steps, endMs: nowMs };
}

export const only = (what, { steps }) => steps.filter((step) => step.what === what);
