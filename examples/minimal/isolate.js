/*! isolate.js 1.0.0, MIT licence. Makes a page cross-origin isolated, so that its threads can share memory, where the host
 * doesn't send the headers for that: a service worker adds them, and the page reloads once.
 *
 * In a page, before all other scripts: <script src="isolate.js"></script>. Then `await isolation`, which is null or says why not.
 * In a service worker that you have: importScripts('isolate.js'), answer requests with `isolate(request, response)`, and name it
 * in the page: <script src="isolate.js" data-service-worker="service-worker.js"></script>.
 *
 * It is a classic script, since those work in both places: Firefox before 147 refuses service workers that are modules. What it names stays in this block. */
{
  /** In the address of a service worker that is nothing but this file. */
  const ALONE = 'alone';

  /** The first visit's page waits so long for the service worker. */
  const ACTIVE_WITHIN_MS = 10_000;

  /** Whether the browser isolates by the headers of what is asked for: a document, also in a frame, or a worker's own script. */
  const needsHeaders = ({ mode, destination }) => mode === 'navigate' || destination === 'worker' || destination === 'sharedworker';

  /** Whether this service worker's pages are in tabs, and their frames share the isolation of the page around them. Those that other
   * sites show in frames have a service worker of their own, since browsers keep their storage apart. */
  const servesTabs = async () => {
    const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    return pages.some(({ frameType }) => frameType === 'top-level');
  };

  /** The response to a request, with the headers that isolate. Whatever they don't concern stays as it is. */
  const isolate = async (request, response) => {
    // A redirect that the browser itself must follow can't be copied. A host that sends such a policy knows what it wants.
    const isOpaque = response.status === 0 || response.body === null;
    if (!needsHeaders(request) || isOpaque || response.headers.has('Cross-Origin-Embedder-Policy')) return response;
    const headers = new Headers(response.headers);
    headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
    if (request.destination === 'document') headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    // Isolates a frame in Chromium, but also from documents of the same site that don't have it.
    else if (!(await servesTabs())) headers.set('Document-Isolation-Policy', 'isolate-and-require-corp');
    const { body, status, statusText } = response;
    return new Response(body, { status, statusText, headers });
  };

  /** Answers as a service worker. */
  const serve = () => {
    // It holds nothing that an older one of its kind could miss.
    addEventListener('install', () => skipWaiting());
    addEventListener('fetch', (event) => {
      const { request } = event;
      if (needsHeaders(request)) event.respondWith(fetch(request).then((response) => isolate(request, response)));
    });
  };

  /** Isolates this page, and resolves with null if it is isolated, or with the reason why it can't be. A page that reloads hears
   * nothing more.
   * @param {string} address of this script
   * @param {string} serviceWorker of the site's own */
  const becomeIsolated = async (address, serviceWorker) => {
    const reloaded = `reloaded by ${address}`;
    try {
      if (crossOriginIsolated) return forget(reloaded);
      if (!isSecureContext) return 'this address is not secure: open the page by https, or from localhost';
      if (!navigator.serviceWorker) return 'this browser has no service workers here, as in private windows of some';
      // Elsewhere a frame is isolated only if the page around it is. Only Chromium has this property.
      if (self !== top && !navigator.userAgentData) return 'the page is in a frame, which this browser doesn’t isolate';
      // Remembered for this tab. Where it can't be, the page isn't reloaded: it would be for ever.
      if (sessionStorage.getItem(reloaded)) return 'the page has been reloaded, and its headers are still missing';
      await register(serviceWorker ?? alone(address));
      sessionStorage.setItem(reloaded, 'yes');
    } catch (error) {
      return `the service worker that would add the headers is blocked (${error.message})`;
    }
    // Chromium may keep this document and show it again, in place of a forced reload for one.
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
    location.reload();
    return new Promise(() => {});
  };

  /** Isolation has come: should it go missing, as after a forced reload, the page may reload once more. */
  const forget = (reloaded) => {
    try {
      sessionStorage.removeItem(reloaded);
    } catch {
      // Where nothing may be stored, nothing is.
    }
    return null;
  };

  /** The address at which this file is a service worker. */
  const alone = (address) => {
    const url = new URL(address);
    url.searchParams.set(ALONE, '');
    return url;
  };

  /** Resolves once the next load of this page goes through the service worker at that address. */
  const register = async (address) => {
    const registration = await navigator.serviceWorker.register(address);
    const { scope, installing, waiting, active } = registration;
    if (!location.href.startsWith(scope)) throw new Error(`it serves nothing but what is below ${scope}`);
    const worker = installing ?? waiting ?? active;
    await new Promise((resolve, reject) => {
      // An older one that is active serves the page as well.
      const look = () => registration.active && worker.state !== 'installing' && resolve();
      worker.addEventListener('statechange', look);
      look();
      setTimeout(() => reject(new Error('it doesn’t become active')), ACTIVE_WITHIN_MS);
    });
  };

  if ('document' in self) {
    const script = document.currentScript;
    self.isolation = becomeIsolated(script.src, script.dataset.serviceWorker);
  } else {
    self.isolate = isolate;
    if (new URL(location).searchParams.has(ALONE)) serve();
  }
}
