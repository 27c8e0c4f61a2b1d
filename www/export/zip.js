// A ZIP file of files as they are: pictures are compressed already.

import { downloadZip } from '../vendor/client-zip.js';

/** The format's first moment: the same pictures make the same file. */
const DATE = new Date(1980, 0, 1);

/** @param {AsyncIterable<{name: string, blob: Blob}>} files taken one at a time
 * @returns {Promise<Blob>} */
export async function zip(files) {
  async function* dated() {
    for await (const { name, blob } of files) yield { name, input: blob, lastModified: DATE };
  }
  return (await downloadZip(dated())).blob();
}
