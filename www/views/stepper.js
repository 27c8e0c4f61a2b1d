// The stepper: the visitor is the scheduler of a small program, step by step, forward and back.

import { letterOf, readPlace, writePlace } from '../interleaving/address.js';
import { cycleOf, outcomeOf } from '../interleaving/machine.js';
import { FEWEST_THREADS, MOST_THREADS, PROGRAM_NAMES, PROGRAMS } from '../interleaving/programs.js';
import { Walk } from '../interleaving/walk.js';
import { putIntoAddress } from '../platform/address.js';
import { byId, make, makeSvg } from '../platform/dom.js';
import { number } from '../words/format.js';
import { LATER } from '../words/later.js';
import { describeCycle, describeEnd, describeOdds, describePlaceProblem, describeStep } from '../words/stepper.js';
import { mode } from './set-up.js';
import { drawCycle, drawMap, SIZE } from './stepper-drawings.js';
import { enable, ThreadCards } from './stepper-threads.js';

/** @import {Place} from '../interleaving/address.js' */
/** @import {ProgramName} from '../interleaving/programs.js' */

const TEXTS = LATER.stepper;

/** Programs that the task `counter` runs for real, and how its threads share the counter. @type {Partial<Record<ProgramName, string>>} */
const REAL = { 'lost-update': 'load-store', atomic: 'atomic', lock: 'lock' };

export class Stepper {
  #section = byId('stepper', HTMLElement);
  #program = make('select', { id: 'step-program' }, ...PROGRAM_NAMES.map((name) => make('option', { value: name }, TEXTS.programs[name].label)));
  #count = make('select', { id: 'step-threads' }, ...[FEWEST_THREADS, MOST_THREADS].map((count) => make('option', { value: count }, number(count))));
  #about = make('p', { class: 'hint' });
  #list = make('ul', { class: 'step-threads' });
  #cards = new ThreadCards(this.#list, (thread) => this.#take(thread));
  #memory = make('table');
  #said = make('p', { class: 'step-said', role: 'status' });
  #back = this.#button(TEXTS.back, () => this.#goBack(1));
  #forward = this.#button(TEXTS.forward, () => this.#goOn(this.#walk.forward()));
  #restart = this.#button(TEXTS.restart, () => this.#goBack(Infinity));
  #show = this.#button(TEXTS.showWrong, () => this.#showWrong());
  #odds = make('p', { class: 'step-odds' });
  #map = makeSvg('svg', { viewBox: `0 0 ${SIZE} ${SIZE}`, role: 'img' });
  #cycle = makeSvg('svg', { viewBox: `0 0 ${SIZE} ${SIZE}`, role: 'img' });
  #deadlock = make('figure', {}, make('figcaption', { class: 'hint' }, TEXTS.cycle));
  #real = make('a', { class: 'step-real' }, TEXTS.real);
  #full = make('a', { class: 'step-full', target: '_blank', rel: 'noopener' }, TEXTS.fullPage);

  /** @type {ProgramName} */
  #name = PROGRAM_NAMES[0];
  #walk = new Walk(PROGRAMS[this.#name](FEWEST_THREADS), []);

  /** @param {import('./messages.js').Messages['warn']} warn */
  constructor(warn) {
    const { place, problems } = readPlace(location.search);
    const sheet = this.#build();
    this.#open(place);
    this.#dress(sheet);
    warn(problems.map((problem) => ({ code: problem.code, text: describePlaceProblem(problem) })));
  }

  /** Opens a program at its start, in view.
   * @param {ProgramName} name */
  step(name) {
    this.#openFromStart(name);
    this.#section.scrollIntoView();
    this.#cards.focus(0);
  }

  /** @param {string} text
   * @param {() => void} press */
  #button(text, press) {
    const button = make('button', { type: 'button' }, text);
    button.addEventListener('click', press);
    return button;
  }

  #build() {
    const field = (/** @type {string} */ label, /** @type {HTMLSelectElement} */ select, kind = 'field') =>
      make('div', { class: kind }, make('label', { for: select.id }, label), select);
    for (const select of [this.#program, this.#count]) {
      select.addEventListener('change', () => this.#openFromStart(/** @type {ProgramName} */ (this.#program.value), Number(this.#count.value)));
    }
    const key = make('ul', { class: 'key' }, ...Object.entries(TEXTS.key).map(([kind, text]) => make('li', {}, make('span', { class: `swatch step-${kind}` }), text)));
    const sheet = make('div', { class: 'sheet' },
      make('div', { class: 'fields' }, field(TEXTS.program, this.#program, 'field wide'), field(TEXTS.threads, this.#count), this.#full),
      this.#about,
      make('div', { class: 'step-board' },
        make('div', {}, this.#list, this.#memory, this.#said,
          make('p', { class: 'buttons' }, this.#back, this.#forward, this.#restart),
          make('p', { class: 'hint' }, TEXTS.keys)),
        make('div', {}, this.#odds, this.#show, this.#map, key, this.#real, this.#deadlock)));
    this.#deadlock.prepend(this.#cycle);
    this.#section.append(sheet);
    // In a frame of its own there is nothing else that keys could be for.
    const isAlone = mode() === 'embed' && 'step' in document.documentElement.dataset;
    (isAlone ? document : sheet).addEventListener('keydown', (event) => this.#press(/** @type {KeyboardEvent} */ (event), isAlone));
    return sheet;
  }

  /** Its style comes with it. Then the page is filled in above it, too, and it comes into view if the address asks for it and nothing
   * has been run meanwhile.
   * @param {HTMLElement} sheet */
  #dress(sheet) {
    const style = make('link', { rel: 'stylesheet', href: new URL('../style/further-down.css', import.meta.url).href });
    sheet.hidden = true;
    for (const type of ['load', 'error']) {
      style.addEventListener(type, () => {
        sheet.hidden = false;
        const { state, step } = document.documentElement.dataset;
        if (step !== undefined && state === 'ready' && mode() !== 'embed') this.#section.scrollIntoView();
      });
    }
    document.head.append(style);
  }

  /** @param {KeyboardEvent} event
   * @param {boolean} isAlone */
  #press(event, isAlone) {
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || target instanceof HTMLSelectElement) return;
    // Letters are commands only where the focus is on the stepper.
    const isNear = target instanceof Node && this.#section.contains(target);
    const letter = isNear && key.length === 1 ? 'ABC'.indexOf(key.toUpperCase()) : -1;
    if (key === 'ArrowLeft' || (isAlone && key === 'PageUp')) this.#goBack(1);
    else if (key === 'ArrowRight' || (isAlone && key === 'PageDown')) this.#goOn(this.#walk.forward());
    else if (letter in this.#walk.program.threads) this.#take(letter);
    else return;
    event.preventDefault();
  }

  /** @param {ProgramName} name
   * @param {number} [threads] */
  #openFromStart(name, threads = this.#walk.program.threads.length) {
    this.#open({ name, threads, steps: [] });
    this.#keep();
  }

  /** @param {Place} place */
  #open({ name, threads, steps }) {
    this.#name = name;
    this.#walk = new Walk(PROGRAMS[name](threads), steps);
    this.#program.value = name;
    this.#count.value = String(threads);
    this.#about.textContent = TEXTS.programs[name].about;
    this.#cards.open(this.#walk.program);
    this.#draw(this.#describeLast() || TEXTS.begin);
  }

  /** @param {number} thread */
  #take(thread) {
    this.#goOn(this.#walk.take(thread));
  }

  /** @param {boolean} hasStepped */
  #goOn(hasStepped) {
    if (!hasStepped) return;
    this.#draw(this.#describeLast());
    this.#keep();
  }

  /** @param {number} steps */
  #goBack(steps) {
    if (!this.#walk.back(steps)) return;
    const { length } = this.#walk.steps;
    this.#draw(length > 0 ? `${TEXTS.backAt({ step: number(length) })} ${this.#describeLast()}` : TEXTS.backAtStart);
    this.#keep();
  }

  #showWrong() {
    this.#walk.follow(this.#walk.interleavings.shortestWrong()?.steps ?? []);
    this.#goOn(true);
  }

  /** What the last step did. */
  #describeLast() {
    const { program, steps, states } = this.#walk;
    const last = steps.length - 1;
    return last < 0 ? '' : describeStep(program, states[last], steps[last], states[last + 1]);
  }

  /** @returns {Place} */
  get #place() {
    const { program, steps } = this.#walk;
    return { name: this.#name, threads: program.threads.length, steps };
  }

  #keep() {
    putIntoAddress(`${location.pathname}${writePlace(location.search, this.#place)}${location.hash}`);
  }

  /** @param {string} said */
  #draw(said) {
    const { program, state, steps, interleavings } = this.#walk;
    const end = make('strong', { class: outcomeOf(program, state) }, describeEnd(program, state));
    this.#said.replaceChildren(`${said} `, end);
    this.#cards.draw(program, state);
    this.#drawMemory();
    for (const button of [this.#back, this.#restart]) enable(button, steps.length > 0);
    enable(this.#forward, this.#walk.enabled.length > 0);
    this.#show.hidden = interleavings.count().wrong === 0;
    this.#drawMap();
    const cycle = cycleOf(program, state);
    this.#deadlock.hidden = cycle.length === 0;
    this.#cycle.setAttribute('aria-label', describeCycle(program, state).join(' '));
    this.#cycle.replaceChildren(...drawCycle(cycle));
    this.#link();
  }

  #drawMap() {
    const { program, state, states, steps, interleavings } = this.#walk;
    const [all, here] = [interleavings.count(), interleavings.count(state)];
    const odds = describeOdds(program, all);
    const isUnderWay = steps.length > 0 && here.all > 1 && all.wrong > 0;
    this.#odds.textContent = isUnderWay ? `${odds} ${TEXTS.likeYours({ all: number(here.all), wrong: number(here.wrong) })}` : odds;
    const path = steps.map(letterOf).join(' ');
    this.#map.setAttribute('aria-label', path ? TEXTS.map({ odds, path }) : TEXTS.mapAtStart({ odds }));
    const places = states.map((one) => interleavings.placeOf(one));
    this.#map.replaceChildren(...drawMap(interleavings.map, program.threads.map(({ length }) => length), places));
  }

  #drawMemory() {
    const { cells, owners } = this.#walk.state;
    const hasLocks = this.#walk.program.threads.flat().some((step) => step.do === 'lock');
    const head = [TEXTS.cell, TEXTS.value, ...(hasLocks ? [TEXTS.owner] : [])].map((text) => make('th', { scope: 'col' }, text));
    const rows = Object.entries(cells).map(([name, value]) => {
      const owner = name in owners ? letterOf(owners[name]) : TEXTS.nobody;
      return make('tr', {}, make('th', { scope: 'row' }, make('code', {}, name)), make('td', {}, number(value)), ...(hasLocks ? [make('td', {}, owner)] : []));
    });
    this.#memory.replaceChildren(make('caption', {}, TEXTS.memory), make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows));
  }

  #link() {
    const sharing = REAL[this.#name];
    this.#real.hidden = sharing === undefined;
    this.#real.href = `?task=counter&sharing=${sharing}&executor=threads&workers=${this.#place.threads}&run`;
    if (mode() === 'embed') this.#real.target = '_blank';
    this.#full.href = writePlace('', this.#place);
  }
}
