// Faults: what is thrown becomes a code, and each code has words.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { FaultError, faultOf } from '../../www/platform/faults.js';
import { describeFailure, describeFault, inWords } from '../../www/words/faults.js';
import { FIRST } from '../../www/words/language.js';

test('every code that Rust gives has words', () => {
  const source = new URL('../../src/', import.meta.url);
  const files = readdirSync(source, { recursive: true }).filter((path) => path.endsWith('.rs'));
  const codes = files.flatMap((path) =>
    [...readFileSync(new URL(path, source), 'utf8').matchAll(/Failure::new\(\s*"([^"]+)"/g)].map(([, code]) => code),
  );
  assert.ok(codes.length > 15, codes.join());
  assert.deepEqual(codes.filter((code) => !(code in FIRST.faults)), []);
});

test('what is thrown is a fault: its own, or a foreign one with its message', () => {
  assert.deepEqual(faultOf({ code: 'lost' }), { code: 'lost' });
  assert.deepEqual(faultOf(new FaultError({ code: 'ended' })), { code: 'ended' });
  assert.deepEqual(faultOf(new DOMException('no room', 'DataCloneError')), { code: 'thrown', cause: 'no room' });
  assert.deepEqual(faultOf(undefined), { code: 'thrown', cause: 'undefined' });
});

test('memory that ran out is known by its message, whoever passes it on', () => {
  const cause = 'RangeError: WebAssembly.Memory(): could not allocate memory';
  for (const thrown of [cause, new RangeError(cause), { code: 'threads-not-started', cause }]) {
    assert.deepEqual(faultOf(thrown), { code: 'out-of-memory', cause });
  }
});

test('a fault within a fault is said within its sentence', () => {
  const died = { code: 'worker-died', fault: { code: 'panicked', cause: 'n is too high' } };
  assert.equal(describeFailure('fib', 7, { code: 'unfinished', fault: died }), 'fib(7): not finished: the worker crashed: n is too high');
});

test('a record that leaves the page says its failures in words, beside their codes', () => {
  const fault = { code: 'timed-out', url: 'https://example.org/1', limitMs: 100 };
  const record = { failures: [{ repeat: 1, input: 3, fault }] };
  assert.deepEqual(inWords(record).failures, [{ repeat: 1, input: 3, fault, error: describeFault(fault) }]);
  assert.equal(record.failures[0].error, undefined);
});
