// The model of the stepper, against counts that are known, and against interleavings that are written out one by one.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { letterOf, readPlace, replay, writePlace } from '../../www/interleaving/address.js';
import { Interleavings } from '../../www/interleaving/interleavings.js';
import { begin, cycleOf, enabled, obstacle, outcomeOf, take } from '../../www/interleaving/machine.js';
import { PROGRAM_NAMES, PROGRAMS } from '../../www/interleaving/programs.js';
import { Walk } from '../../www/interleaving/walk.js';

const countsOf = (name, threads) => new Interleavings(PROGRAMS[name](threads)).count();
const stepsOf = (path) => [...path].map((letter) => letter.charCodeAt(0) - 65);
const lettersOf = (steps) => steps.map(letterOf).join('');

/** The ends of all interleavings, one by one. */
function endsOf(program, state = begin(program)) {
  const able = enabled(program, state);
  return able.length === 0 ? [outcomeOf(program, state)] : able.flatMap((thread) => endsOf(program, take(program, state, thread)));
}

/** Follows random numbers to an end, or until they run out. */
function walk(program, numbers) {
  const steps = [];
  let state = begin(program);
  for (const number of numbers) {
    const able = enabled(program, state);
    if (able.length === 0) break;
    steps.push(able[number % able.length]);
    state = take(program, state, steps.at(-1));
  }
  return { steps, state };
}

const programs = fc.tuple(fc.constantFrom(...PROGRAM_NAMES), fc.constantFrom(2, 3));
const walks = fc.tuple(programs, fc.array(fc.nat(5), { maxLength: 20 }));

for (const [name, threads, all, wrong, because] of [
  ['lost-update', 2, 20, 18, '6 choose 3; right are those in which one thread follows the other'],
  ['lost-update', 3, 1680, 1674, '9! / (3!)³; right are the 3! orders of whole threads'],
  ['atomic', 2, 2, 0, '2!'],
  ['atomic', 3, 6, 0, '3!'],
  ['lock', 2, 2, 0, 'a lock leaves only whole threads'],
  ['lock', 3, 6, 0, 'a lock leaves only whole threads'],
  ['deadlock', 2, 6, 2, 'AB and BA deadlock; 2 pass on each side of them'],
  ['lock-order', 2, 2, 0, 'the first lock leaves only whole threads'],
  ['check-then-act', 2, 6, 4, '4 choose 2; right are those in which one thread follows the other'],
]) {
  test(`of ${all} interleavings of ${threads} threads, ${wrong} go wrong: ${name}, ${because}`, () => {
    assert.deepEqual(countsOf(name, threads), { all, wrong });
  });
}

test('counts that are remembered equal those of interleavings one by one', () => {
  for (const name of PROGRAM_NAMES) {
    for (const threads of [2, 3]) {
      const ends = endsOf(PROGRAMS[name](threads));
      assert.deepEqual(countsOf(name, threads), { all: ends.length, wrong: ends.filter((end) => end !== 'right').length }, `${name} ${threads}`);
    }
  }
});

test('going back and forward again leads to the same state', () => {
  fc.assert(fc.property(walks, fc.nat(20), ([[name, threads], numbers], back) => {
    const program = PROGRAMS[name](threads);
    const { steps, state } = walk(program, numbers);
    const own = new Walk(program, []);
    assert.ok(steps.every((thread) => own.take(thread)));
    own.back(back);
    assert.deepEqual(own.state, replay(program, steps.slice(0, Math.max(0, steps.length - back))).at(-1));
    for (let step = 0; step < Math.min(back, steps.length); step += 1) assert.ok(own.forward());
    assert.deepEqual([own.state, own.steps], [state, steps]);
  }));
});

test('beyond one’s own steps, forward goes wrong if that is possible, and to an end in any case', () => {
  fc.assert(fc.property(walks, ([[name, threads], numbers]) => {
    const program = PROGRAMS[name](threads);
    const own = new Walk(program, walk(program, numbers).steps);
    const { wrong } = own.interleavings.count(own.state);
    while (own.forward());
    assert.equal(outcomeOf(program, own.state) === 'right', wrong === 0);
  }));
});

test('a shortest interleaving that goes wrong changes as seldom as possible from one thread to another', () => {
  const shortest = (name, threads) => lettersOf(new Interleavings(PROGRAMS[name](threads)).shortestWrong()?.steps ?? []);
  assert.equal(shortest('lost-update', 2), 'AABBBA', 'B’s whole addition between A’s load and store');
  assert.equal(shortest('deadlock', 2), 'AB');
  assert.equal(shortest('deadlock', 3), 'ABC', 'as of three philosophers, each with one fork');
});

test('locks that are taken in opposite orders deadlock, and the cycle is named', () => {
  for (const [threads, path, cycle] of [
    [2, 'AB', ['A holds x, waits for y', 'B holds y, waits for x']],
    [3, 'CAB', ['A holds x, waits for y', 'B holds y, waits for z', 'C holds z, waits for x']],
  ]) {
    const program = PROGRAMS.deadlock(threads);
    const state = replay(program, stepsOf(path)).at(-1);
    assert.equal(outcomeOf(program, state), 'deadlock');
    assert.deepEqual(cycleOf(program, state).map(({ thread, holds, waitsFor }) => `${letterOf(thread)} holds ${holds}, waits for ${waitsFor}`), cycle);
    assert.deepEqual(endsOf(PROGRAMS['lock-order'](threads)).filter((end) => end !== 'right'), []);
  }
});

test('a thread waits for a lock until its owner lets go of it', () => {
  const program = PROGRAMS.lock(2);
  assert.deepEqual(obstacle(program, replay(program, stepsOf('A')).at(-1), 1), { cell: 'counter', owner: 0 });
  assert.equal(obstacle(program, replay(program, stepsOf('AAAAA')).at(-1), 1), null);
  assert.equal(replay(program, stepsOf('AB')).length, 2, 'B’s step isn’t taken');
});

test('the map leaves out no step, and from where it is doomed nothing leads back', () => {
  fc.assert(fc.property(walks, ([[name, threads], numbers]) => {
    const interleavings = new Interleavings(PROGRAMS[name](threads));
    const { lines, ends } = interleavings.map;
    assert.ok(lines.every(({ from, to }) => to.isDoomed || !from.isDoomed));
    const places = replay(PROGRAMS[name](threads), walk(PROGRAMS[name](threads), numbers).steps).map((state) => interleavings.placeOf(state));
    const known = new Set(lines.map((line) => JSON.stringify(line)));
    assert.ok(places.slice(1).every((to, step) => known.has(JSON.stringify({ from: places[step], to }))));
    assert.ok(ends.some(({ outcome }) => outcome !== 'right') === interleavings.count().wrong > 0);
  }));
});

test('what is written into an address is read from it, and other parameters stay', () => {
  fc.assert(fc.property(walks, ([[name, threads], numbers]) => {
    const place = { name, threads, steps: walk(PROGRAMS[name](threads), numbers).steps };
    const search = writePlace('?task=fib&path=BB&embed&step=lock', place);
    assert.match(search, /^\?task=fib&embed&step=/);
    assert.deepEqual(readPlace(search), { place, problems: [] });
  }));
});

test('what an address can’t mean is named, and left out', () => {
  const { place, problems } = readPlace('?step=chess&threads=9&path=AAAA');
  assert.deepEqual(place, { name: 'lost-update', threads: 2, steps: [] });
  assert.deepEqual(problems.map(({ code, given }) => `${code}=${given}`), ['step=chess', 'threads=9', 'path=AAAA']);
});
