// Workers and a host that are played, so that the page's side of them can be tested without a browser.

const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

export class FakeWorker extends EventTarget {
  ended = false;
  /** The types of the messages that it was sent, a job's with its number. @type {string[]} */
  told = [];
  #waiting = [];

  constructor(address, { name }) {
    super();
    Object.assign(this, { address: String(address), name });
    host.mayStart(this);
    workers.push(this);
  }

  postMessage(message) {
    this.told.push('number' in message ? `${message.type} ${message.number}` : message.type);
    for (const look of this.#waiting) look();
  }

  /** Resolves when it has been sent a message of this type. */
  isTold(type) {
    return new Promise((resolve) => {
      const look = () => this.told.includes(type) && resolve();
      this.#waiting.push(look);
      look();
    });
  }

  terminate() {
    this.ended = true;
  }

  /** Says something to the page, as workers do: in both ways in which one may listen. */
  say(...data) {
    const event = Object.assign(new Event('message'), { data });
    this.dispatchEvent(event);
    this.onmessage?.(event);
  }

  /** Breaks. Without words its script could not be loaded. */
  break(message = '') {
    this.onerror?.(Object.assign(new Event('error'), { message }));
  }
}

/** Those that were started. @type {FakeWorker[]} */
export const workers = [];

/** What tests may change. */
export const host = {
  /** Throws where no worker can be started. */
  mayStart: (_worker) => {},
  /** What it answers when it is asked for a module. */
  answer: async () => new Response(EMPTY_MODULE, { headers: { 'content-type': 'application/octet-stream' } }),
};

const usual = { ...host };

/** Forgets all workers, and has the host behave. */
export function reset() {
  workers.length = 0;
  Object.assign(host, usual);
}

Object.assign(globalThis, { Worker: FakeWorker, fetch: () => host.answer() });
