// The path of four questions for beginners: each is answered by one press, which starts the run that answers it.

import { isOnline } from '../platform/browser.js';
import { byId } from '../platform/dom.js';
import { FIRST } from '../words/language.js';

/** @import {ProgramName} from '../interleaving/programs.js' */
/** @import {RunnerName} from '../types/shapes.js' */
/** @import {Guess} from '../words/outcome.js' */

/** @typedef {object} Lesson
 * @property {string} id
 * @property {string} set its set-up, as a query
 * @property {RunnerName[]} executors those that run beside the loop
 * @property {RunnerName} without the executor that runs where none of these can
 * @property {ProgramName | ''} step what the stepper shows after it, or instead of it where nothing else can run; empty for the others
 * @property {Guess} guess */

/** The prefix of a lesson's action, which the address carries over a reload. */
const MARK = 'lesson:';

const page = document.documentElement.dataset;

export class Path {
  #setUp;
  #step;
  /** The button of each lesson, in order. */
  #buttons = [.../** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('#lessons button'))];
  #lessons = this.#buttons.map(({ dataset: { lesson } }) => byId(lesson ?? '', HTMLElement));
  #own = byId('own', HTMLButtonElement);
  #next = byId('next', HTMLElement);
  #nextButton = /** @type {HTMLButtonElement} */ (this.#next.firstElementChild);
  /** The button that follows that of the last answered lesson. */
  #following = this.#buttons[0] ?? this.#own;
  /** What the stepper shows next; empty where another question follows. @type {Lesson['step']} */
  #nextStep = '';
  /** Whether the set-up has been shown: then it is the visitor's own. */
  #hasOwn = 'brought' in page;

  /** @param {object} actions
   * @param {(action: `lesson:${string}`) => void} actions.start
   * @param {(set: string | null) => void} actions.setUp opens the set-up with these values; null: with the visitor's own
   * @param {(program: ProgramName) => void} actions.step opens the stepper */
  constructor({ start, setUp, step }) {
    this.#setUp = setUp;
    this.#step = step;
    for (const button of this.#buttons) button.addEventListener('click', () => this.#open(button));
    this.#own.addEventListener('click', () => this.#openSetUp());
    this.#nextButton.addEventListener('click', () => this.#goOn());
    for (const lesson of this.#lessons) {
      answersOf(lesson).forEach((answer, place) => answer.addEventListener('click', () => start(`${MARK}${lesson.id}:${place}`)));
    }
    this.#mark();
  }

  /** The lesson of an action, if it is one.
   * @param {string} action
   * @returns {Lesson | null} */
  lessonOf(action) {
    const [id, place] = action.startsWith(MARK) ? action.slice(MARK.length).split(':') : [];
    const lesson = this.#lessons.find((one) => one.id === id);
    const answer = lesson && answersOf(lesson)[Number(place)];
    if (!lesson || !answer) return null;
    const { executors = '', without = '', asks = '', step = '' } = lesson.dataset;
    const { from = 0, to = Infinity } = answer.dataset;
    const [of, over] = /** @type {[RunnerName, Guess['over']]} */ (asks.split(' '));
    return {
      id: lesson.id,
      set: setOf(lesson),
      executors: /** @type {RunnerName[]} */ (executors.split(' ')),
      without: /** @type {RunnerName} */ (without),
      step: /** @type {Lesson['step']} */ (step),
      guess: { of, over, answer: answer.textContent ?? '', from: Number(from), to: Number(to) },
    };
  }

  /** A lesson's run begins: marks the answer that was pressed.
   * @param {Lesson} lesson */
  markAnswer({ id, guess }) {
    this.#next.classList.remove('ready');
    for (const answer of answersOf(byId(id, HTMLElement))) answer.setAttribute('aria-pressed', String(answer.textContent === guess.answer));
  }

  /** A lesson has been answered: offers the next one.
   * @param {Lesson} lesson */
  offerNext({ id, step }) {
    this.#nextStep = step;
    this.#following = this.#buttons[this.#lessons.findIndex((lesson) => lesson.id === id) + 1] ?? this.#own;
    const title = this.#following.textContent?.replace(/^\d\. /, '') ?? '';
    const last = step ? FIRST.path.step : FIRST.path.own;
    this.#nextButton.textContent = this.#following === this.#own ? last : FIRST.path.next({ title });
    this.#next.classList.add('ready');
  }

  /** Shows the set-up instead. */
  leave() {
    this.#hasOwn = true;
    page.mode = 'setup';
    this.#mark();
  }

  /** @param {HTMLButtonElement} button that of a lesson */
  #open({ dataset: { lesson } }) {
    Object.assign(page, { mode: 'path', lesson });
    this.#mark();
  }

  /** The set-up starts as that of the lesson on show, unless the visitor has one already. */
  #openSetUp() {
    const lesson = this.#lessons.find(({ id }) => id === page.lesson);
    const set = this.#hasOwn ? null : lesson ? setOf(lesson) : '';
    this.leave();
    this.#setUp(set);
  }

  #goOn() {
    if (this.#nextStep) return this.#step(this.#nextStep);
    this.#following.click();
    // The next question is further up the page.
    byId('begin', HTMLElement).focus({ preventScroll: true });
    this.#following.scrollIntoView({ block: 'start' });
  }

  #mark() {
    for (const button of this.#buttons) setCurrent(button, page.mode === 'path' && button.dataset.lesson === page.lesson);
    setCurrent(this.#own, page.mode === 'setup');
    this.#next.classList.remove('ready');
  }
}

/** @param {HTMLButtonElement} button
 * @param {boolean} isCurrent */
function setCurrent(button, isCurrent) {
  if (isCurrent) button.setAttribute('aria-current', 'step');
  else button.removeAttribute('aria-current');
}

/** A lesson's set-up as a query; offline, one that needs no network.
 * @param {HTMLElement} lesson */
function setOf({ dataset: { set, offline } }) {
  return `?${set}${isOnline() || !offline ? '' : `&${offline}`}`;
}

/** @param {HTMLElement} lesson */
function answersOf(lesson) {
  return [.../** @type {NodeListOf<HTMLButtonElement>} */ (lesson.querySelectorAll('.answers button'))];
}
