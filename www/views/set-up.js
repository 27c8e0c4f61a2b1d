// The set-up as the page shows it: in the form, in the address, and in a line above the stage.

import { putIntoAddress } from '../platform/address.js';
import { byId } from '../platform/dom.js';
import { can, executorOf, JAVASCRIPT } from '../settings/executors.js';
import { jobOf } from '../settings/job.js';
import { change, parse, write } from '../settings/parameters.js';
import { computes } from '../settings/tasks.js';
import { executorLabel } from '../words/catalogue.js';
import { FIRST } from '../words/language.js';
import { describeWork } from '../words/work.js';
import { Form } from './form.js';

/** @import {RunnerName, Setup} from '../types/shapes.js' */

/** How the page was opened, as entries/before-paint.js says. */
export const mode = () => document.documentElement.dataset.mode;

export class SetUp {
  #cores;
  #form;
  #shown;
  /** The visitor's own set-up, which is restored after questions. @type {Setup | null} */
  #own = null;
  /** What leads back to the page as it is: until the set-up is changed, the address that it was opened with, whose mistakes are still
   * to be read about. */
  query = '';

  /** @param {number} cores
   * @param {{changed: () => void, shown: () => void}} events `changed`: the visitor changed the set-up; `shown`: another set-up is shown */
  constructor(cores, { changed, shown }) {
    this.#cores = cores;
    this.#shown = shown;
    this.#form = new Form(cores, (setup) => {
      changed();
      this.#keep(setup);
    });
  }

  get() {
    return this.#form.get();
  }

  isValid() {
    return this.#form.isValid();
  }

  /** @param {(name: RunnerName) => boolean} isAvailable */
  markAvailable(isAvailable) {
    this.#form.markAvailable(isAvailable);
  }

  /** The one that the page is opened with.
   * @param {Setup} setup
   * @param {string} query that brought it */
  open(setup, query) {
    this.#own = setup;
    this.query = query;
    this.lend(setup);
  }

  /** Shows the visitor's own set-up again, or makes that of a query the visitor's own.
   * @param {string | null} set */
  showOwn(set) {
    this.#form.set(set === null ? /** @type {Setup} */ (this.#own) : parse(set, this.#cores).setup);
    this.#keep(this.get());
  }

  /** @param {Partial<Setup>} changes */
  change(changes) {
    this.#form.set(change(this.get(), changes, this.#cores));
    this.#keep(this.get());
  }

  /** Shows a set-up that isn't the visitor's own, such as a question's, and doesn't put it into the address.
   * @param {Setup} setup */
  lend(setup) {
    this.#form.set(setup);
    this.#show(setup);
  }

  /** @param {Setup} setup */
  #keep(setup) {
    this.#own = setup;
    this.query = write(setup, { embed: mode() === 'embed' });
    putIntoAddress(this.query);
    this.#show(setup);
  }

  /** @param {Setup} setup */
  #show(setup) {
    document.documentElement.dataset.work = computes(setup.task) ? 'computes' : 'waits';
    byId('javascript', HTMLElement).hidden = !can(JAVASCRIPT, setup.task);
    for (const note of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.of-task'))) note.hidden = note.dataset.task !== setup.task;
    const parts = { work: describeWork(jobOf(setup)), executor: executorLabel(setup.executor), workers: setup.workers };
    byId('setup-line', HTMLElement).textContent = executorOf(setup.executor).pool ? FIRST.setUpLineOfPool(parts) : FIRST.setUpLine(parts);
    byId('full-page', HTMLAnchorElement).href = write(setup);
    this.#shown();
  }
}
