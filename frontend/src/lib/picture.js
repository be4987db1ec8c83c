import { send } from './api.js';

/** What the server takes as it is; anything else that the browser can read is drawn anew here. */
const TAKEN = /^image\/(jpeg|png)$/;
const BYTES_MAX = 3_000_000;

/**
 * A file as it should travel: photographs of many megabytes, and formats that only browsers read,
 * become a JPEG (a PNG where something may be transparent) of a size that is enough.
 * @param {File} file
 * @param {{side: number, type: 'image/jpeg' | 'image/png'}} as
 * @returns {Promise<Blob>}
 */
export async function prepared(file, { side, type }) {
  const bitmap = await createImageBitmap(file).catch(() => null);
  // What the browser cannot read the server refuses in words.
  if (!bitmap) return file;
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  if (scale === 1 && TAKEN.test(file.type) && file.size <= BYTES_MAX) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (type === 'image/jpeg') {
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), type, 0.92));
}

const AS = {
  cover: { side: 2400, type: /** @type {const} */ ('image/jpeg') },
  logo: { side: 1600, type: /** @type {const} */ ('image/png') },
};

/**
 * @param {File} file
 * @param {'cover' | 'logo'} use
 * @returns {Promise<import('./types.js').Image>}
 */
export async function sendPicture(file, use) {
  const body = await prepared(file, AS[use]);
  return send('POST', `/api/images?for=${use}`, { body });
}
