// A ZIP file without compression: pictures are compressed already.

import { downloadZip } from '../vendor/client-zip.js';

/** The earliest date that the format has. A fixed one, so that the same pictures make the same file. */
const DATE = new Date(1980, 0, 1);

/** @param {AsyncIterable<{name: string, blob: Blob}>} files read one at a time
 * @returns {Promise<Blob>} */
export async function zip(files) {
  async function* withDates() {
    for await (const { name, blob } of files) yield { name, input: blob, lastModified: DATE };
  }
  return (await downloadZip(withDates())).blob();
}
