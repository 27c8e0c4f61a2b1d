// What holds for any input: whatever an address says, and wherever the bars of a timeline are.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { readResults, writeResults } from '../../www/export/permalink.js';
import { executorNames } from '../../www/settings/executors.js';
import { NAMES, parameterOf, parse, write } from '../../www/settings/parameters.js';
import { shares } from '../../www/statistics/bars.js';
import { summaryOf } from '../../www/statistics/summary.js';
import { byLane, createScale, ticks } from '../../www/timeline/layout.js';
import { describeWarning } from '../../www/words/set-up.js';

const holds = (...property) => fc.assert(fc.property(...property));

const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer().map(String),
  fc.constantFrom('fib', 'pictures', 'simulated', 'auto', '__proto__', '<b>', '1e3', ' 7', '+7', ...executorNames()),
);
const pairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES, 'run'), fc.string()), values), { maxLength: 12 });
const addresses = fc.oneof(fc.string({ unit: 'binary' }), pairs.map((list) => `?${new URLSearchParams(list)}`));

test('any address gives a set-up within its ranges', () => {
  holds(addresses, fc.integer({ min: 1, max: 256 }), (search, cores) => {
    const { setup, warnings } = parse(search, cores);
    for (const name of NAMES) {
      const { number } = parameterOf(name, setup.task);
      if (!number || (number.auto && setup[name] === 'auto')) continue;
      assert.ok(number.fraction || Number.isInteger(setup[name]), `${name}=${setup[name]}`);
      assert.ok(number.min <= setup[name] && setup[name] <= number.max, `${name}=${setup[name]}`);
    }
    assert.ok(executorNames().includes(setup.executor));
    assert.ok(warnings.every((warning) => describeWarning(warning) !== ''));
  });
});

test('a set-up’s own address gives the same set-up, without a warning', () => {
  holds(addresses, (search) => {
    const { setup } = parse(search, 8);
    const again = parse(write(setup), 8);
    assert.deepEqual(again.warnings, []);
    assert.equal(write(again.setup), write(setup));
  });
});

test('results in a link come out as they went in, and whatever else is there is left out', () => {
  const row = fc.record({
    executor: fc.constantFrom(...executorNames()),
    workers: fc.integer({ min: 1, max: 64 }),
    medianMs: fc.integer({ min: 0, max: 99999 }),
    besideMs: fc.option(fc.integer({ min: 0, max: 99999 })),
    low: fc.option(fc.integer({ min: 0, max: 99 })),
    high: fc.option(fc.integer({ min: 0, max: 99 })),
  }, { noNullPrototype: true });
  const rows = fc.array(row, { minLength: 1, maxLength: 8 });
  const friends = fc.record({ key: fc.string({ maxLength: 40 }), cores: fc.integer({ min: 1, max: 64 }), rows }, { noNullPrototype: true });
  holds(friends, (friend) => assert.deepEqual(readResults(writeResults(friend)).friend, friend));
  holds(fc.oneof(fc.string(), fc.json()), (text) => {
    const { friend, isBroken } = readResults(`#results=${text}`);
    assert.equal(friend === null, isBroken);
  });
});

const number = (max, min = 0) => fc.double({ min, max, noNaN: true });
const bars = fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), number(1e4), number(1e3))).map((list) =>
  list.map(([lane, startMs, length]) => ({ input: 1, lane, startMs, endMs: startMs + length, waits: [] })));

test('every bar is in its lane once, from left to right', () => {
  holds(bars, (blocks) => {
    const lanes = byLane(blocks, 8);
    assert.equal(lanes.flat().length, blocks.length);
    lanes.forEach((lane, index) => {
      assert.ok(lane.every((block, at) => block.lane === index && (at === 0 || lane[at - 1].startMs <= block.startMs)));
    });
  });
});

test('how lanes full of bars were spent adds up to all of their time', () => {
  const lane = fc.array(fc.tuple(fc.double({ min: 0, max: 8, noNaN: true }), fc.double({ min: 0.1, max: 12, noNaN: true }), fc.constantFrom('io', 'lock')), { minLength: 1 });
  holds(fc.array(lane, { minLength: 1, maxLength: 8 }), (lanes) => {
    let untilMs = 0;
    const blocks = lanes.flatMap((steps, index) => {
      let at = 0;
      return steps.map(([rest, length, kind]) => {
        const startMs = at + rest;
        untilMs = Math.max(untilMs, (at = startMs + length));
        return { input: 1, lane: index, startMs, endMs: at, waits: [{ for: kind, startMs, endMs: startMs + length / 2 }] };
      });
    });
    const { computing, lock, io, idle } = shares(blocks, lanes.length, untilMs);
    assert.ok(Math.abs(computing + lock + io + idle - 1) < 1e-9 && computing > 0, JSON.stringify({ computing, lock, io, idle }));
    assert.ok(Math.abs(computing - lock - io) < 1e-9, 'half of each bar waits');
  });
});

test('ticks are few, rise, and lie within the axis', () => {
  holds(number(1e5), number(1e6, 1e-3), (from, length) => {
    const marks = ticks(from, from + length);
    assert.ok(marks.length >= 2 && marks.length <= 9, `${marks.length}`);
    assert.ok(marks.every((mark, at) => mark >= from - 1e-6 && mark <= from + length + 1e-6 && (at === 0 || marks[at - 1] < mark)), `${marks}`);
  });
});

test('the figures of a summary are in order, whatever the order of the times', () => {
  holds(fc.array(number(1e6), { minLength: 1, maxLength: 100 }), (timesMs) => {
    const { minMs, medianMs, meanMs, stddevMs, maxMs } = summaryOf(timesMs);
    assert.ok(minMs <= medianMs && medianMs <= maxMs);
    assert.ok(minMs - 1e-6 <= meanMs && meanMs <= maxMs + 1e-6);
    assert.ok(stddevMs >= 0 && stddevMs <= (maxMs - minMs) + 1e-6);
    const sorted = summaryOf(timesMs.toSorted((one, other) => one - other));
    assert.deepEqual([sorted.minMs, sorted.medianMs, sorted.maxMs], [minMs, medianMs, maxMs]);
  });
});
