// Asynchronous work that can be stopped at any `await`.

export class Stoppable {
  #ending = new AbortController();
  /** @type {Promise<never>} */
  #stopped;

  constructor() {
    const { signal } = this.#ending;
    this.#stopped = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    // Stopping it while nothing awaits this promise must not be an unhandled rejection.
    this.#stopped.catch(() => {});
  }

  get signal() {
    return this.#ending.signal;
  }

  /** @param {unknown} reason what `wait` throws; must not be undefined */
  stop(reason) {
    this.#ending.abort(reason);
  }

  /** Waits for a promise, or until it is stopped.
   * @template T
   * @param {Promise<T>} promise
   * @returns {Promise<T>} */
  wait(promise) {
    return Promise.race([this.#stopped, promise]);
  }
}
