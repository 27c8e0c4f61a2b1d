// What the steps of a program do. Sequential consistency: one step at a time, and every thread sees what it did at once.

/** @import {Program, Step} from './programs.js' */

/** Where a program is. Nothing in it is changed: a step makes the next one.
 * @typedef {object} State
 * @property {Readonly<Record<string, number>>} cells the memory
 * @property {Readonly<Record<string, number>>} owners which thread holds the lock of a cell, where one does
 * @property {readonly Thread[]} threads */

/** `at`: the number of its next step.
 * @typedef {{at: number, registers: Readonly<Record<string, number>>}} Thread */

/** What keeps a thread waiting. @typedef {{cell: string, owner: number}} Obstacle */

/** `wrong`: the memory isn't what it should be; `deadlock`: nobody can go on, and not everybody is done.
 * @typedef {'going' | 'right' | 'wrong' | 'deadlock'} Outcome */

/** @param {Program} program
 * @returns {State} */
export const begin = ({ cells, threads }) => ({ cells, owners: {}, threads: threads.map(() => ({ at: 0, registers: {} })) });

/** @param {Program} program
 * @param {State} state
 * @param {number} thread
 * @returns {Step | undefined} undefined: it is done */
export const nextStep = (program, state, thread) => program.threads[thread]?.[state.threads[thread].at];

/** @param {Program} program
 * @param {State} state
 * @param {number} thread
 * @returns {Obstacle | null} */
export function obstacle(program, state, thread) {
  const step = nextStep(program, state, thread);
  return step?.do === 'lock' && step.cell in state.owners ? { cell: step.cell, owner: state.owners[step.cell] } : null;
}

/** The threads that can take a step.
 * @param {Program} program
 * @param {State} state */
export const enabled = (program, state) =>
  [...program.threads.keys()].filter((thread) => nextStep(program, state, thread) && !obstacle(program, state, thread));

/** The state after a thread's next step, which it must be able to take.
 * @param {Program} program
 * @param {State} state
 * @param {number} thread
 * @returns {State} */
export function take(program, state, thread) {
  const step = nextStep(program, state, thread);
  if (!step || obstacle(program, state, thread)) throw new Error(`thread ${thread} can’t take a step`);
  const { at, registers } = state.threads[thread];
  const { cells, owners, ...own } = { cells: state.cells, owners: state.owners, at: at + 1, registers, ...effect(step, state, thread) };
  // A thread that ends early has no steps left.
  const ended = { ...own, at: Math.min(own.at, program.threads[thread].length) };
  return { cells, owners, threads: state.threads.map((one, place) => (place === thread ? ended : one)) };
}

/** What a step changes.
 * @param {Step} step
 * @param {State} state
 * @param {number} thread
 * @returns {Partial<Pick<State, 'cells' | 'owners'> & Thread>} */
function effect(step, { cells, owners, threads }, thread) {
  const { registers } = threads[thread];
  switch (step.do) {
    case 'load':
      return { registers: { ...registers, [step.to]: cells[step.cell] } };
    case 'add':
      return { registers: { ...registers, [step.to]: registers[step.from] + 1 } };
    case 'store':
      return { cells: { ...cells, [step.cell]: registers[step.from] } };
    case 'fetch-add':
      return { cells: { ...cells, [step.cell]: cells[step.cell] + step.by } };
    case 'check':
      return cells[step.cell] > 0 ? {} : { at: Infinity };
    case 'transfer':
      return { cells: { ...cells, [step.from]: cells[step.from] - 1, [step.to]: cells[step.to] + 1 } };
    case 'lock':
      return { owners: { ...owners, [step.cell]: thread } };
    case 'unlock': {
      const { [step.cell]: _, ...others } = owners;
      return { owners: others };
    }
  }
}

/** @param {Program} program
 * @param {State} state
 * @returns {Outcome} */
export function outcomeOf(program, state) {
  if (enabled(program, state).length > 0) return 'going';
  if (state.threads.some(({ at }, thread) => at < program.threads[thread].length)) return 'deadlock';
  return Object.entries(program.right).every(([cell, value]) => state.cells[cell] === value) ? 'right' : 'wrong';
}

/** The threads of a deadlock in a circle: each waits for the lock that the next one holds.
 * @param {Program} program
 * @param {State} state
 * @returns {{thread: number, holds: string, waitsFor: string}[]} empty: there is none */
export function cycleOf(program, state) {
  /** @type {{thread: number, cell: string}[]} */
  const chain = [];
  const waiting = outcomeOf(program, state) === 'deadlock' ? [...program.threads.keys()].find((one) => obstacle(program, state, one)) : undefined;
  for (let thread = waiting; thread !== undefined; ) {
    const met = chain.findIndex((link) => link.thread === thread);
    if (met >= 0) return chain.slice(met).map(({ thread: one, cell }, place, all) => ({ thread: one, holds: all.at(place - 1)?.cell ?? '', waitsFor: cell }));
    const found = obstacle(program, state, thread);
    if (found) chain.push({ thread, cell: found.cell });
    thread = found?.owner;
  }
  return [];
}
