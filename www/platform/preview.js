// The description that a browser's share sheet and others take from the page.

const DESCRIPTIONS = 'meta[name="description"], meta[property="og:description"]';

/** Describes the page by what it shows. A crawler that runs no scripts gets the description in the file.
 * @param {string} text */
export function describePage(text) {
  for (const meta of document.querySelectorAll(DESCRIPTIONS)) meta.setAttribute('content', text);
}
