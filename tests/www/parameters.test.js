import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { can, EXECUTORS, executorNames, executorOf } from '../../www/settings/executors.js';
import { change, parameterOf, parse, readTyped, write } from '../../www/settings/parameters.js';
import { TASKS } from '../../www/settings/tasks.js';
import { needsClick } from '../../www/settings/too-much.js';
import { describeTooMuch, describeWarning } from '../../www/words/set-up.js';

const CORES = 8;
const setupOf = (search) => parse(search, CORES).setup;
const warningsOf = (search) => parse(search, CORES).warnings;

test('an empty address means fib(1) to fib(35) in a loop, as often as it takes, with a worker per core', () => {
  const { setup, run, warnings } = parse('', CORES);
  const { task, executor, n, workers, repeats } = setup;
  assert.deepEqual([task, executor, n, workers, repeats, run, warnings], ['fib', 'loop', 35, 8, 'auto', false, []]);
});

test('pictures have defaults of their own, and machines with very many cores no more than 64 workers', () => {
  const { workers, repeats, count, width, height, source } = setupOf('?task=pictures');
  assert.deepEqual([workers, repeats, count, width, height, source], [20, 'auto', 20, 200, 300, 'picsum']);
  assert.equal(parse('', 128).setup.workers, 64);
});

/** Every parameter that is a number, with an address beside which it says something. */
const numbers = [
  ...['workers', 'repeats'].map((name) => ({ parameter: parameterOf(name, 'fib'), beside: '?task=fib' })),
  ...TASKS.flatMap(({ name, parameters }) => parameters.map((parameter) => ({ parameter, beside: `?task=${name}` }))),
  ...EXECUTORS.flatMap(({ name, parameters }) => parameters.map((parameter) => ({ parameter, beside: `?executor=${name}` }))),
].filter(({ parameter }) => parameter.number);

for (const { parameter: { name, number: { min, max, fraction }, when }, beside } of numbers) {
  const conditions = when.filter((one) => one.is).map(({ is: [other, value] }) => `&${other}=${value}`).join('');
  const query = (value) => `${beside}${conditions}&${name}=${value}`;

  test(`${beside}: ${name} may be ${min} and ${max}`, () => {
    for (const value of [min, max]) {
      assert.equal(setupOf(query(value))[name], value);
      assert.deepEqual(warningsOf(query(value)), []);
    }
  });

  test(`${beside}: ${name} falls back with one warning that names it when it is no such number`, () => {
    const fallback = setupOf(`${beside}${conditions}`)[name];
    for (const value of [min - 1, max + 1, '', 'many', fraction ? '1.5.5' : '1.5', fraction ? '1e' : '1e1', ' 7', '0x10', 'NaN', '9'.repeat(400)]) {
      assert.equal(setupOf(query(value))[name], fallback, String(value));
      const [warning, ...others] = warningsOf(query(value));
      assert.deepEqual([warning.name, warning.fallback, others], [name, fallback, []], String(value));
      assert.ok(describeWarning(warning).length < 200, 'a warning is short');
    }
  });

  test(`${beside}: ${name} given twice falls back with one warning`, () => {
    const fallback = setupOf(`${beside}${conditions}`)[name];
    assert.deepEqual(warningsOf(`${query(min)}&${name}=${max}`), [{ code: 'repeated', name, fallback }]);
  });
}

for (const [search, expected] of [
  ['?task=sleep', { code: 'no-choice', name: 'task', given: 'sleep', choices: TASKS.map(({ name }) => name), fallback: 'fib' }],
  ['?executor=magic', { code: 'no-choice', given: 'magic', fallback: 'loop' }],
  ['?task=pictures&executor=fork-join&run', { code: 'misfit', beside: ['task', 'pictures'] }],
  ['?task=mandelbrot&width=501', { code: 'out-of-range', min: 1, max: 500 }],
]) {
  test(`${search} is warned about, and the loop runs`, () => {
    const [warning] = warningsOf(search);
    assert.deepEqual({ ...warning, ...expected }, warning);
    assert.equal(setupOf(search).executor, 'loop');
  });
}

test('what says nothing beside the rest is warned about', () => {
  for (const search of [
    '?n=5&task=pictures', '?count=5', '?task=pictures&latency=5', '?task=pictures&source=simulated&width=5',
    '?cutoff=5', '?order=ascending', '?executor=threads&task=pictures&chunks=auto', '?timeout=1000',
  ]) {
    assert.deepEqual(warningsOf(search).map(({ code }) => code), ['misfit'], search);
  }
  assert.deepEqual(warningsOf('?executor=threads&order=ascending&chunks=auto'), []);
  assert.match(describeWarning(warningsOf('?task=pictures&source=simulated&width=5')[0]), /^width doesn’t apply to source=simulated\. Simulated pictures are 200 × 300 pixels\. 200 is used instead\.$/);
});

test('a name that two tasks have means that of the task', () => {
  assert.deepEqual(['mandelbrot', 'pictures'].map((task) => setupOf(`?task=${task}`).height), [75, 300]);
  const pictures = setupOf('?task=pictures&width=900&count=7');
  const there = change(pictures, { task: 'mandelbrot' }, CORES);
  assert.deepEqual([there.width, there.count], [125, 7]);
  assert.equal(change(pictures, { task: 'fib' }, CORES).width, 900, 'fib has none of its own');
});

test('fractions are read where they may be, and a small one is read back from the address that it wrote', () => {
  const { setup: { re, zoom }, warnings } = parse('?task=mandelbrot&re=-0.75&zoom=1000', CORES);
  assert.deepEqual([re, zoom, warnings], [-0.75, 1000, []]);
  const setup = { ...setupOf('?task=mandelbrot'), re: 1e-7 };
  assert.deepEqual(parse(write(setup), CORES).setup, setup);
});

test('what is typed is the number that was meant, or none', () => {
  const typed = (name, text) => readTyped(name, text, setupOf('?task=mandelbrot')).value;
  for (const [text, value] of [['1,5', 1.5], [' 2.5 ', 2.5], ['１２，５', 12.5], ['1,5e3', undefined], ['1,500', undefined], ['1.234,5', undefined], ['1 000', undefined], ['10²', undefined], ['١٢', undefined]]) {
    assert.equal(typed('zoom', text), value, text);
  }
  assert.deepEqual(['−0,75', '－0．75', '0,500', '--1'].map((text) => typed('re', text)), [-0.75, -0.75, 0.5, undefined]);
  assert.deepEqual(['３０', '1,5', '1,000', '3０'].map((text) => typed('tiles', text)), [30, undefined, undefined, 30]);
  assert.equal(readTyped('repeats', ' auto ', setupOf('')).value, 'auto');
});

test('no field is one of numbers, which browsers read in their own way', () => {
  const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
  assert.ok(page.includes('id="guess" type="text"') && !page.includes('type="number"'));
});

test('run starts at once, with any value or none, but not twice, nor another task than was meant', () => {
  const runs = ['?run', '?run=1', '?executor=magic&run', '?run&run', '?task=sleep&run', '?task=&run'].map((search) => parse(search, CORES).run);
  assert.deepEqual(runs, [true, true, true, false, false, false]);
  assert.deepEqual(warningsOf('?run&run'), [{ code: 'run-repeated' }]);
});

test('a set-up is read back from the address that it wrote', () => {
  for (const executor of executorNames()) {
    for (const { name: task, inputs, parameters } of TASKS.filter(({ name }) => can(executorOf(executor), name))) {
      const [first] = parameters.filter(({ choices }) => choices);
      for (const choice of first ? first.choices.map(([value]) => `&${first.name}=${value}`) : ['']) {
        const { setup, warnings } = parse(`?task=${task}&executor=${executor}&${inputs.count}=7${choice}&workers=3`, CORES);
        assert.deepEqual(warnings, []);
        assert.deepEqual(parse(write(setup, { run: true }), 2), { setup, run: true, warnings: [] });
      }
    }
  }
});

test('another task brings its own workers, and an executor that can do it', () => {
  const pictures = change(setupOf('?executor=fork-join&n=30'), { task: 'pictures' }, CORES);
  assert.deepEqual([pictures.executor, pictures.workers], ['loop', 20]);
  assert.equal(change(pictures, { task: 'fib' }, CORES).n, 30);
});

test('an address may load a hundred pictures of 1000 pixels by itself, and no more', () => {
  for (const search of ['?task=pictures&count=100&width=1000&height=1000', '?n=50']) assert.equal(needsClick(setupOf(search)), null);
  assert.deepEqual(needsClick(setupOf('?task=pictures&count=101')), { code: 'value', task: 'pictures', name: 'count', value: 101, limit: 100 });
  assert.deepEqual(needsClick(setupOf('?task=pictures&height=1001')), { code: 'value', task: 'pictures', name: 'height', value: 1001, limit: 1000 });
});

test('an address starts by itself what may take five minutes, and no more', () => {
  const codeOf = (search) => needsClick(setupOf(search))?.code ?? null;
  for (const search of [
    '?n=50', '?n=43&repeats=30', '?task=mandelbrot&tiles=100&iterations=10000', '?task=pictures&source=simulated&count=100&latency=9000&executor=async',
  ]) assert.equal(codeOf(search), null, search);
  for (const search of [
    '?n=50&repeats=2', '?n=44&repeats=100', '?task=mandelbrot&width=500&height=500&iterations=10000',
    '?task=pictures&source=simulated&count=100&latency=9000', '?task=pictures&source=simulated&latency=9000&executor=async&repeats=100',
  ]) assert.equal(codeOf(search), 'time', search);
  const long = needsClick(setupOf('?n=50&repeats=100'));
  assert.equal(describeTooMuch(long, 'Run'), 'This may take about 8 hours, longer than a link may start by itself (about 5 minutes). Press Run to start.');
});
