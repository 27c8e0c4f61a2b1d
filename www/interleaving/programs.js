// The programs of the stepper, as data: each step with the line of code that shows it. What a step does is in machine.js, what is
// said of a program in words/.

/** @typedef {{code: string} & (
 *   | {do: 'load', cell: string, to: string}
 *   | {do: 'add', from: string, to: string}
 *   | {do: 'store', cell: string, from: string}
 *   | {do: 'fetch-add', cell: string, by: number}
 *   | {do: 'check', cell: string}
 *   | {do: 'transfer', from: string, to: string}
 *   | {do: 'lock' | 'unlock', cell: string}
 * )} Step */

/** `right`: the values that the memory has to end with.
 * @typedef {object} Program
 * @property {'lost' | 'oversold' | 'deadlock'} failure what can go wrong
 * @property {Record<string, number>} cells the memory, as it begins
 * @property {Record<string, number>} right
 * @property {readonly (readonly Step[])[]} threads */

export const FEWEST_THREADS = 2;
export const MOST_THREADS = 3;

/** @type {readonly Step[]} */
const LOAD_ADD_STORE = [
  { do: 'load', cell: 'counter', to: 'seen', code: 'let seen = counter.load();' },
  { do: 'add', from: 'seen', to: 'next', code: 'let next = seen + 1;' },
  { do: 'store', cell: 'counter', from: 'next', code: 'counter.store(next);' },
];

/** @type {readonly Step[]} */
const FETCH_ADD = [{ do: 'fetch-add', cell: 'counter', by: 1, code: 'counter.fetch_add(1);' }];

/** @type {readonly Step[]} */
const LOCKED = [
  { do: 'lock', cell: 'counter', code: 'let mut guard = counter.lock();' },
  { do: 'load', cell: 'counter', to: 'seen', code: 'let seen = *guard;' },
  { do: 'add', from: 'seen', to: 'next', code: 'let next = seen + 1;' },
  { do: 'store', cell: 'counter', from: 'next', code: '*guard = next;' },
  { do: 'unlock', cell: 'counter', code: 'drop(guard);' },
];

/** @type {readonly Step[]} */
const BUY = [
  { do: 'check', cell: 'tickets', code: 'if tickets.load() > 0 {' },
  { do: 'fetch-add', cell: 'tickets', by: -1, code: '  tickets.fetch_sub(1); }' },
];

const ACCOUNTS = ['x', 'y', 'z'];

/** Moves 1 from an account to the next one, with both locked.
 * @param {number} thread
 * @param {number} threads
 * @param {boolean} isInOrder whether all threads lock accounts in the order of their names
 * @returns {readonly Step[]} */
function transfer(thread, threads, isInOrder) {
  const from = ACCOUNTS[thread];
  const to = ACCOUNTS[(thread + 1) % threads];
  const both = /** @type {const} */ ([['from', from], ['to', to]]);
  const locked = isInOrder && to < from ? [both[1], both[0]] : both;
  return [
    ...locked.map(([name, cell]) => /** @type {const} */ ({ do: 'lock', cell, code: `let mut ${name} = ${cell}.lock();` })),
    { do: 'transfer', from, to, code: '*from -= 1; *to += 1;' },
    ...[...locked].reverse().map(([name, cell]) => /** @type {const} */ ({ do: 'unlock', cell, code: `drop(${name});` })),
  ];
}

/** @param {number} threads
 * @param {boolean} isInOrder
 * @returns {Program} */
function transfers(threads, isInOrder) {
  // Each account gives 1 and gets 1.
  const cells = Object.fromEntries(ACCOUNTS.slice(0, threads).map((name) => [name, 10]));
  return { failure: 'deadlock', cells, right: cells, threads: Array.from(Array(threads), (_, thread) => transfer(thread, threads, isInOrder)) };
}

/** @param {readonly Step[]} steps
 * @returns {(threads: number) => Program} */
const counting = (steps) => (threads) => ({ failure: 'lost', cells: { counter: 0 }, right: { counter: threads }, threads: Array(threads).fill(steps) });

/** Each program for so many threads, by its name in the address.
 * @satisfies {Record<string, (threads: number) => Program>} */
export const PROGRAMS = {
  'lost-update': counting(LOAD_ADD_STORE),
  atomic: counting(FETCH_ADD),
  lock: counting(LOCKED),
  deadlock: (threads) => transfers(threads, false),
  'lock-order': (threads) => transfers(threads, true),
  'check-then-act': (threads) => ({ failure: 'oversold', cells: { tickets: 1 }, right: { tickets: 0 }, threads: Array(threads).fill(BUY) }),
};

/** @typedef {keyof typeof PROGRAMS} ProgramName */

export const PROGRAM_NAMES = /** @type {ProgramName[]} */ (Object.keys(PROGRAMS));
