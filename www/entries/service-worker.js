// Does three things for pages in its scope, and nothing to anybody else: adds the isolation headers and the
// Content-Security-Policy that static hosts can't send, keeps the page's files for use offline, and leaves every
// request to another origin alone.

// Filled in by the build: the name of the folder with the page's files; the files that show the page, and those that only some
// visitors need, relative to the scope; the page in each language, with the files of that language; the headers that static hosts
// can't send, but for those that isolate; and what each page of this project contains.
const BUILD = { version: '', first: [], later: [], pages: {}, headers: {}, mark: '' };

/** @import {Scope, Waiting} from '../types/service-worker-scope.js' */

const worker = /** @type {Scope} */ (/** @type {unknown} */ (self));
// The build puts examples/minimal/isolate.js here.
worker.importScripts('isolate.js');
const SCOPE = worker.registration.scope;
/** Projects of one github.io user share caches, so the names carry the scope. */
const CACHE_PREFIX = `easy-concurrency ${SCOPE} `;
const CACHE = CACHE_PREFIX + BUILD.version;
/** @type {Record<string, string[]>} */
const PAGES = BUILD.pages;
/** @param {string} path relative to the scope */
const isPage = (path) => Object.hasOwn(PAGES, path);

/** Set when another project's page has come from this address. Its files are left alone even if this worker is stopped and started
 * again meanwhile: see `isFile`. */
let isReplaced = false;

/** A page that has been visited before comes from what is kept where the host takes longer. */
const PATIENCE_MS = 3000;

/** Responses with these statuses must not have a body. */
const WITHOUT_BODY = [101, 204, 205, 304];

/** The response with this project's headers.
 * @param {Request} request
 * @param {Response} response */
async function withHeaders(request, response) {
  // A redirect that the browser itself must follow can't be copied, and needs no headers.
  if (response.type === 'opaqueredirect' || response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(BUILD.headers)) headers.set(name, value);
  const body = WITHOUT_BODY.includes(response.status) ? null : response.body;
  return isolate(request, new Response(body, { status: response.status, statusText: response.statusText, headers }));
}

/** The cache of this version. Opening it would make it again once it has been left: see `leave`. */
async function openCache() {
  if (isReplaced) throw new Error('Another project has this address now.');
  return caches.open(CACHE);
}

/** Those of these files that aren't kept yet.
 * @param {Cache} cache
 * @param {string[]} files
 * @returns {Promise<string[]>} their addresses */
async function missingIn(cache, files) {
  const known = new Set((await cache.keys()).map(({ url }) => url));
  return files.map((file) => new URL(file, SCOPE).href).filter((url) => !known.has(url));
}

/** Keeps a file of this version. By then a newer one may have taken its place, or nothing.
 * @param {Cache} cache
 * @param {string} url */
async function keepOwn(cache, url) {
  const response = await fetch(url, { cache: 'no-cache' });
  const isOwn = isPage(url.slice(SCOPE.length)) ? response.ok && (await response.clone().text()).includes(BUILD.version) : isOurs(response);
  if (!isOwn) throw new Error(`${url} is not of version ${BUILD.version}`);
  await cache.put(url, response);
}

/** What a page needs, itself included.
 * @param {string} page */
const filesOf = (page) => [...BUILD.first, page, ...PAGES[page]];

/** Keeps the files that show the page in the languages in use, and others.
 * @param {(file: string) => boolean} isWanted which of the others; of a page or of its language, it is in use */
async function keepFirst(isWanted) {
  const cache = await openCache();
  const later = /** @type {string[]} */ (BUILD.later).filter(isWanted);
  const inUse = Object.keys(PAGES).filter((page) => [page, ...PAGES[page]].some(isWanted));
  const missing = await missingIn(cache, [...new Set([...BUILD.first, ...inUse.flatMap(filesOf), ...later])]);
  await Promise.all(missing.map((url) => keepOwn(cache, url)));
}

/** Keeps the files that show the page, and those that have been used, and says whether they are kept. Isolation must not depend
 * on it: storage may be full or forbidden.
 * @param {string[]} used */
async function keepUsedFiles(used) {
  try {
    await keepFirst((file) => used.includes(new URL(file, SCOPE).href));
    return true;
  } catch (cause) {
    console.warn('Easy Concurrency: not kept for use offline.', cause);
    return false;
  }
}

/** The names of what earlier versions keep: none where storage is forbidden. */
async function earlierCaches() {
  const names = await caches.keys().catch(() => []);
  return names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE);
}

/** A file's path without its version's folder.
 * @param {string} path */
const inVersion = (path) => path.replace(/^[^/]*\//, '');

/** Keeps of this version what an earlier one keeps, which will be deleted. Throws where that can't be had: then the earlier one stays.
 * Where nothing is kept, nothing is lost, and no version would ever be replaced if it had to be kept first. */
async function replaceKept() {
  const names = await earlierCaches();
  if (names.length === 0) return;
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  const before = new Set(requests.flat().map(({ url }) => inVersion(url.slice(SCOPE.length))));
  await keepFirst((file) => before.has(inVersion(file)));
}

/** Keeps one more of the other files, and says how many are left: null when it can't be kept, or the network is gone. */
async function keepNext() {
  try {
    const cache = await openCache();
    const missing = await missingIn(cache, BUILD.later);
    if (missing.length === 0) return 0;
    await keepOwn(cache, missing[0]);
    return missing.length - 1;
  } catch {
    return null;
  }
}

/** Whether a file of a version is that file, and not the host's page on a file that isn't there, which may come with any status.
 * @param {Response} response */
function isOurs(response) {
  return response.ok && !response.headers.get('content-type')?.startsWith('text/html');
}

/** Keeps what a visitor has waited for. They have it even where it can't be kept.
 * @param {Request} request
 * @param {Response} response */
async function keepUsed(request, response) {
  try {
    const cache = await openCache();
    await cache.put(request, response);
  } catch {
    // No storage, or the answer broke off, which whoever asked for it meets as well.
  }
}

/** Deletes this project's caches of other versions. */
async function tidy() {
  try {
    await Promise.all((await earlierCaches()).map((name) => caches.delete(name)));
  } catch {
    // No storage: nothing to tidy.
  }
}

/** @param {Request} request */
async function kept(request) {
  try {
    const cache = await openCache();
    return await cache.match(request, { ignoreSearch: true });
  } catch {
    return undefined;
  }
}

/** Whether this is the address of a file of any version of this project: another project's files must come untouched.
 * @param {string} path relative to the scope */
function isFile(path) {
  const isListed = isPage(path) || /** @type {string[]} */ (BUILD.first).includes(path);
  return isListed || /^[0-9a-f]{16}\//.test(path);
}

/** Whether a page came, and not one of this project, as when another one is served at the same port of localhost. An error, a
 * redirect or no answer at all says nothing: the host may be about to get a new version.
 * @param {Response} response */
async function isOtherProjects(response) {
  const isPage = response.ok && response.headers.get('content-type')?.startsWith('text/html');
  return isPage && !(await response.clone().text()).includes(BUILD.mark);
}

/** Leaves this address to the project that has it now, with everything that was kept for it. */
async function leave() {
  isReplaced = true;
  await worker.registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(CACHE_PREFIX)).map((name) => caches.delete(name)));
}

/** The kept page, if all that shows it is kept; else that in another language.
 * @param {string} wanted */
async function keptPage(wanted) {
  try {
    const cache = await openCache();
    for (const page of [wanted, ...Object.keys(PAGES)]) {
      const missing = await missingIn(cache, filesOf(page));
      if (missing.length === 0) return await cache.match(new URL(page, SCOPE).href);
    }
  } catch {
    // No storage: nothing is kept.
  }
  return undefined;
}

/** The page comes from the network, so that a new version is seen; from what is kept where the host can't be reached, is in trouble
 * or takes too long.
 * @param {Request} request
 * @param {string} page
 * @param {Waiting} event */
async function answerNavigation(request, page, event) {
  const coming = fetchPage(request);
  // Also where it comes too late.
  event.waitUntil(coming.then(({ isOther }) => (isOther ? leave() : undefined), () => undefined));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const inTime = await Promise.race([coming, late]).catch(() => undefined);
  const known = inTime && inTime.response.status < 500 ? undefined : await keptPage(page);
  if (known) return withHeaders(request, known);
  const { response, isOther } = await coming;
  return isOther ? response : withHeaders(request, response);
}

/** What the network answers, and whether that is another project's page.
 * @param {Request} request */
async function fetchPage(request) {
  const response = await fetch(request);
  return { response, isOther: await isOtherProjects(response) };
}

/** The network's answer, or the kept file where there is no network.
 * @param {Request} request */
async function networkFirst(request) {
  try {
    return await fetch(request);
  } catch (cause) {
    const response = await kept(request);
    if (response) return response;
    throw cause;
  }
}

/** @param {Request} request
 * @param {Waiting} event */
async function keptFirst(request, event) {
  const known = await kept(request);
  if (known) return known;
  const response = await fetch(request);
  if (isOurs(response)) event.waitUntil(keepUsed(request, response.clone()));
  return response;
}

/** @param {Request} request
 * @param {Waiting} event */
function answer(request, event) {
  if (request.method !== 'GET') return fetch(request);
  const inFolder = BUILD.version && request.url.startsWith(new URL(`${BUILD.version}/`, SCOPE).href);
  // Files of a version never change.
  return inFolder ? keptFirst(request, event) : networkFirst(request);
}

// The first visit's page waits for isolation, not for files that it has: those follow with the others. A newer version must have
// its files before it takes the place of an older one.
worker.addEventListener('install', (event) => {
  if (worker.registration.active) event.waitUntil(replaceKept());
});

worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([tidy(), worker.clients.claim()])));

// A new version waits until the pages of the old one are gone, or one of them asks for it. What it doesn't need at first it
// keeps when a page that has nothing else to do says so.
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(worker.skipWaiting());
  const tell = (/** @type {unknown} */ answer) => event.ports[0].postMessage(answer);
  if (Array.isArray(event.data)) event.waitUntil(keepUsedFiles(event.data).then(tell));
  if (event.data === 'keep next') event.waitUntil(keepNext().then(tell));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (isReplaced || url.origin !== worker.location.origin || !url.href.startsWith(SCOPE)) return;
  // Browsers' developer tools ask for this combination, which fetch refuses.
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  const path = url.href.slice(SCOPE.length).split(/[?#]/)[0];
  const page = path || 'index.html';
  const isVisit = request.mode === 'navigate' && request.method === 'GET';
  if (isPage(page) && isVisit) return event.respondWith(answerNavigation(request, page, event));
  if (!isFile(path)) return;
  // A simulated picture that a run fetches: really fetched, and handed on as it is, for it is being timed.
  const isTimed = request.destination === '' && request.cache === 'no-store';
  event.respondWith(isTimed ? networkFirst(request) : answer(request, event).then((response) => withHeaders(request, response)));
});
