// The script that runs before the first paint, in a browser that is played here.

import { readFileSync } from 'node:fs';

import { NAMES } from '../../www/settings/parameters.js';

const SCRIPT = readFileSync(new URL('../../www/entries/before-paint.js', import.meta.url), 'utf8');

/** What the page opens as, and where it leads to instead, if it does.
 * @param {string} link
 * @param {{lang?: string, preferred?: string[], chosen?: string | Error}} visitor `lang`: of the page that the host answers with */
export function beforePaint(link, { lang = 'en', preferred = ['en-GB'], chosen } = {}) {
  const location = new URL(link, 'https://host.example/easy/');
  const dataset = { parameters: ['embed', 'run', ...NAMES].join('|'), languages: 'en de es' };
  let isGone = false;
  let leadsTo = null;
  location.replace = (target) => (leadsTo = new URL(target, location).href.replace('https://host.example/easy/', ''));
  const documentElement = { lang, dataset, toggleAttribute: (_name, isThere) => (dataset.brought = isThere), remove: () => (isGone = true) };
  const localStorage = {
    getItem() {
      if (chosen instanceof Error) throw chosen;
      return chosen ?? null;
    },
  };
  new Function('location', 'document', 'navigator', 'localStorage', 'addEventListener', SCRIPT)(
    location, { documentElement }, { languages: preferred }, localStorage, () => {},
  );
  return { ...dataset, leadsTo, isGone };
}
