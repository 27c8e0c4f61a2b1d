// The part of a service worker's global scope that the project uses: TypeScript's own declarations of it can't stand
// beside those of a page.

export interface Scope {
  registration: { scope: string; active: unknown; unregister(): Promise<boolean> };
  location: { origin: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  importScripts(address: string): void;
  addEventListener(type: 'install' | 'activate', listen: (event: Waiting) => void): void;
  addEventListener(type: 'message', listen: (event: Waiting & { data: unknown; ports: readonly MessagePort[] }) => void): void;
  addEventListener(
    type: 'fetch',
    listen: (event: Waiting & { request: Request; respondWith(response: Promise<Response>): void }) => void,
  ): void;
}

/** An event that isn't over before `work` is. */
export interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
