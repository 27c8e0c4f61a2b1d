// What those who pass a page on take from it, the browser's own share sheet among them.

const DESCRIPTIONS = 'meta[name="description"], meta[property="og:description"]';

/** Describes the page by what it shows. Who fetches an address without running its scripts still gets what the file says.
 * @param {string} text */
export function describePage(text) {
  for (const meta of document.querySelectorAll(DESCRIPTIONS)) meta.setAttribute('content', text);
}
