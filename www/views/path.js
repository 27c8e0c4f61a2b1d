// The path of three questions for who knows nothing yet: each is answered by one press, which starts the run that answers it.

import { byId } from '../dom.js';

/** @import {RunnerName} from '../types.js' */
/** @import {Guess} from '../figures/outcome.js' */

/** @typedef {object} Lesson
 * @property {string} set its set-up, as in an address
 * @property {RunnerName[]} executors beside the loop
 * @property {RunnerName} without what runs where none of these can
 * @property {Guess} guess */

/** The address says which lesson a page goes on with after it was loaded anew. */
const MARK = 'lesson:';

/** @param {object} actions
 * @param {(action: `lesson:${string}`) => void} actions.start
 * @param {(set: string) => void} actions.setUp opens the set-up with that */
export function createPath({ start, setUp }) {
  const { dataset } = document.documentElement;
  const buttons = [.../** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('#lessons button'))];
  const own = byId('own', HTMLButtonElement);
  const next = byId('next', HTMLElement);
  const nextButton = /** @type {HTMLButtonElement} */ (next.firstElementChild);
  const lessons = buttons.map(({ dataset: { lesson } }) => byId(lesson ?? '', HTMLElement));

  /** The button after the present one, if there is any. */
  const following = () => buttons[buttons.findIndex(({ dataset: { lesson } }) => lesson === dataset.lesson) + 1] ?? own;

  function mark() {
    const isPath = dataset.mode === 'path';
    for (const button of buttons) button.toggleAttribute('aria-current', isPath && button.dataset.lesson === dataset.lesson);
    own.toggleAttribute('aria-current', dataset.mode === 'setup');
    next.classList.remove('ready');
  }

  /** What is set in an address, with what it is without a network where there is none.
   * @param {HTMLElement} lesson */
  const setOf = ({ dataset: { set, offline } }) => `?${set}${navigator.onLine || !offline ? '' : `&${offline}`}`;

  for (const button of buttons) {
    button.addEventListener('click', () => {
      Object.assign(dataset, { mode: 'path', lesson: button.dataset.lesson });
      mark();
    });
  }
  own.addEventListener('click', () => {
    const lesson = lessons.find(({ id }) => id === dataset.lesson);
    if (dataset.mode === 'path' && lesson) setUp(setOf(lesson));
    dataset.mode = 'setup';
    mark();
  });
  nextButton.addEventListener('click', () => {
    const button = following();
    button.click();
    // What is to be pressed next is above.
    byId('begin', HTMLElement).focus({ preventScroll: true });
    button.scrollIntoView({ block: 'start' });
  });
  for (const lesson of lessons) {
    lesson.querySelectorAll('.answers button').forEach((answer, place, all) => {
      answer.addEventListener('click', () => {
        for (const other of all) other.setAttribute('aria-pressed', String(other === answer));
        start(`${MARK}${lesson.id}:${place}`);
      });
    });
  }
  mark();

  return {
    /** The lesson of an action, if that is one.
     * @param {string} action
     * @returns {Lesson | null} */
    lessonOf(action) {
      const [id, place] = action.startsWith(MARK) ? action.slice(MARK.length).split(':') : [];
      const lesson = lessons.find((one) => one.id === id);
      const answer = lesson && [.../** @type {NodeListOf<HTMLElement>} */ (lesson.querySelectorAll('.answers button'))][Number(place)];
      if (!lesson || !answer) return null;
      const { executors = '', without = '', asks = '' } = lesson.dataset;
      const { from = 0, to = Infinity } = answer.dataset;
      const [of, over] = /** @type {RunnerName[]} */ (asks.split(' '));
      return {
        set: setOf(lesson),
        executors: /** @type {RunnerName[]} */ (executors.split(' ')),
        without: /** @type {RunnerName} */ (without),
        guess: { of, over, answer: answer.textContent ?? '', from: Number(from), to: Number(to) },
      };
    },
    /** It has been answered: on to the next. */
    answered() {
      nextButton.textContent = following() === own ? 'Now set it up yourself' : `Next: ${following().textContent?.replace(/^\d\. /, '').toLowerCase()}`;
      next.classList.add('ready');
    },
    begun: () => next.classList.remove('ready'),
  };
}
