// The part of a service worker's global scope that the project uses: TypeScript's own declarations of it can't stand
// beside those of a page.

export interface Scope {
  registration: { scope: string };
  location: { origin: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: Extendable) => void): void;
  addEventListener(type: 'message', listen: (event: Extendable & { data: unknown }) => void): void;
  addEventListener(
    type: 'fetch',
    listen: (event: { request: Request; respondWith(response: Promise<Response>): void }) => void,
  ): void;
}

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
