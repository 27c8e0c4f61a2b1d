// Who made Lorem Picsum's pictures. Asked for after a timed run, never in it.

/** @import {Job} from '../types/shapes.js' */

const HOST = 'https://picsum.photos';
const PER_PAGE = 100;

/** Whether a job's pictures are from there.
 * @param {Job} job */
export const hasCredits = ({ task, source }) => task === 'pictures' && source === 'picsum';

/** The authors' names by picture; those that can't be had are left out.
 * @param {readonly number[]} ids
 * @param {AbortSignal} signal
 * @returns {Promise<Map<number, string>>} */
export async function fetchCredits(ids, signal) {
  /** @type {Map<number, string>} */
  const names = new Map();
  const pages = new Set(ids.map((id) => Math.floor(id / PER_PAGE) + 1));
  for (const page of pages) {
    for (const entry of asList(await fetchJson(`${HOST}/v2/list?page=${page}&limit=${PER_PAGE}`, signal))) {
      const id = Number(entry?.id);
      if (typeof entry?.author === 'string' && Number.isInteger(id)) names.set(id, entry.author.slice(0, 80));
    }
  }
  // Numbers without a picture shift the list's pages; what fell out at an end is asked for by itself.
  for (const id of ids.filter((id) => !names.has(id)).slice(0, 10)) {
    const entry = await fetchJson(`${HOST}/id/${id}/info`, signal);
    if (typeof entry?.author === 'string') names.set(id, entry.author.slice(0, 80));
  }
  return names;
}

/** @param {any} value
 * @returns {any[]} */
function asList(value) {
  return Array.isArray(value) ? value : [];
}

/** @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<any>} */
async function fetchJson(address, signal) {
  try {
    const response = await fetch(address, { signal, credentials: 'omit' });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
