// The path of three questions for who knows nothing yet: each is answered by one press, which starts the run that answers it.

import { byId } from '../platform/dom.js';

/** @import {RunnerName} from '../types/shapes.js' */
/** @import {Guess} from '../words/outcome.js' */

/** @typedef {object} Lesson
 * @property {string} id
 * @property {string} set its set-up, as in an address
 * @property {RunnerName[]} executors beside the loop
 * @property {RunnerName} without what runs where none of these can
 * @property {Guess} guess */

/** The address says which lesson a page goes on with after it was loaded anew. */
const MARK = 'lesson:';

/** @param {object} actions
 * @param {(action: `lesson:${string}`) => void} actions.start
 * @param {(set: string | null) => void} actions.setUp opens the set-up with that, or with the visitor's own */
export function createPath({ start, setUp }) {
  const { dataset } = document.documentElement;
  const buttons = [.../** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('#lessons button'))];
  const own = byId('own', HTMLButtonElement);
  const next = byId('next', HTMLElement);
  const nextButton = /** @type {HTMLButtonElement} */ (next.firstElementChild);
  const lessons = buttons.map(({ dataset: { lesson } }) => byId(lesson ?? '', HTMLElement));

  /** The lesson that was answered last. */
  let answeredLast = '';
  /** Whether the set-up has been shown: then it is the visitor's own. */
  let hasOwn = location.search !== '';

  /** The button after the one of that lesson. */
  const following = () => buttons[buttons.findIndex(({ dataset: { lesson } }) => lesson === answeredLast) + 1] ?? own;

  function mark() {
    const isPath = dataset.mode === 'path';
    for (const button of buttons) setCurrent(button, isPath && button.dataset.lesson === dataset.lesson);
    setCurrent(own, dataset.mode === 'setup');
    next.classList.remove('ready');
  }

  /** @param {HTMLButtonElement} button
   * @param {boolean} isCurrent */
  function setCurrent(button, isCurrent) {
    if (isCurrent) button.setAttribute('aria-current', 'step');
    else button.removeAttribute('aria-current');
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
    openSetUp(lesson ? setOf(lesson) : '');
  });
  nextButton.addEventListener('click', () => {
    const button = following();
    button.click();
    // What is to be pressed next is above.
    byId('begin', HTMLElement).focus({ preventScroll: true });
    button.scrollIntoView({ block: 'start' });
  });
  for (const lesson of lessons) {
    answersOf(lesson).forEach((answer, place) => answer.addEventListener('click', () => start(`${MARK}${lesson.id}:${place}`)));
  }
  mark();

  /** @param {string} set what it shows, unless it has been open before */
  function openSetUp(set) {
    const wanted = hasOwn ? null : set;
    leave();
    setUp(wanted);
  }

  function leave() {
    hasOwn = true;
    dataset.mode = 'setup';
    mark();
  }

  return {
    /** The lesson of an action, if that is one.
     * @param {string} action
     * @returns {Lesson | null} */
    lessonOf(action) {
      const [id, place] = action.startsWith(MARK) ? action.slice(MARK.length).split(':') : [];
      const lesson = lessons.find((one) => one.id === id);
      const answer = lesson && answersOf(lesson)[Number(place)];
      if (!lesson || !answer) return null;
      const { executors = '', without = '', asks = '' } = lesson.dataset;
      const { from = 0, to = Infinity } = answer.dataset;
      const [of, over] = /** @type {RunnerName[]} */ (asks.split(' '));
      return {
        id,
        set: setOf(lesson),
        executors: /** @type {RunnerName[]} */ (executors.split(' ')),
        without: /** @type {RunnerName} */ (without),
        guess: { of, over, answer: answer.textContent ?? '', from: Number(from), to: Number(to) },
      };
    },
    /** It has been answered: on to the next.
     * @param {Lesson} lesson */
    answered({ id }) {
      answeredLast = id;
      nextButton.textContent = following() === own ? 'Now set it up yourself' : `Next: ${following().textContent?.replace(/^\d\. /, '').toLowerCase()}`;
      next.classList.add('ready');
    },
    /** Its run begins.
     * @param {Lesson} lesson */
    begun({ id, guess }) {
      next.classList.remove('ready');
      for (const answer of answersOf(byId(id, HTMLElement))) answer.setAttribute('aria-pressed', String(answer.textContent === guess.answer));
    },
    /** Shows the set-up instead. */
    leave,
  };
}

/** @param {HTMLElement} lesson */
function answersOf(lesson) {
  return [.../** @type {NodeListOf<HTMLButtonElement>} */ (lesson.querySelectorAll('.answers button'))];
}
