// A ZIP file of files as they are: pictures are compressed already. PKWARE's APPNOTE.TXT names the fields.

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}

/** Little-endian fields: pairs of a width in bytes and a value.
 * @param {...[2 | 4, number]} fields */
function pack(...fields) {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

/** Midnight of 1 January 1980, the format's first moment: the same pictures make the same file.
 * @type {[2, number][]} */
const DATE = [[2, 0], [2, 0x21]];
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;

/** @param {AsyncIterable<{name: string, bytes: Uint8Array<ArrayBuffer>}>} files taken one at a time
 * @returns {Promise<Blob>} */
export async function zip(files) {
  /** @type {BlobPart[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  let offset = 0;
  let count = 0;
  for await (const { name, bytes } of files) {
    const title = new TextEncoder().encode(name);
    /** @type {[2 | 4, number][]} */
    const common = [
      [2, VERSION], [2, FLAGS], [2, 0], ...DATE, [4, crc32(bytes)], [4, bytes.length], [4, bytes.length],
      [2, title.length], [2, 0],
    ];
    const local = pack([4, 0x04034b50], ...common);
    directory.push(
      pack([4, 0x02014b50], [2, VERSION], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      title,
    );
    // As a Blob, a picture needs no memory of the page.
    parts.push(local, title, new Blob([bytes]));
    offset += local.length + title.length + bytes.length;
    count += 1;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = pack([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}
