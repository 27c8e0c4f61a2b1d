// Handing things to the person: files, the clipboard.

import { ask } from './browser.js';

/** What a picture is called as a file.
 * @param {number} input
 * @param {Blob} blob */
export function fileNameOf(input, blob) {
  const kind = blob.type.replace(/^image\//, '').replace(/\W.*/, '');
  return `${input}.${kind === 'jpeg' ? 'jpg' : kind}`;
}

/** Offers a file for saving.
 * @param {Blob} blob
 * @param {string} name */
export function saveFile(blob, name) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  link.click();
  // The browser needs the address until it has begun to save.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Copies a text; false where the browser doesn't allow that.
 * @param {string} text
 * @param {string} [html] the same for programs that take more than text, where the browser can copy both */
export async function copy(text, html) {
  try {
    if (!html || !(await copyBoth(text, html))) await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text
 * @param {string} html */
async function copyBoth(text, html) {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
    return true;
  } catch {
    return false;
  }
}

/** Whether the system has a sheet for passing things on. */
export const canPassOn = () => typeof ask('share') === 'function';

/** Opens it.
 * @param {string} text
 * @param {string} url */
export async function passOn(text, url) {
  try {
    await navigator.share({ title: document.title, text, url });
  } catch {
    // Whoever closes it has passed nothing on, which is no fault.
  }
}
