// Draws an axis's labels as elements.

import { make } from '../platform/dom.js';
import { labelsOf } from './axis.js';

/** @import {Scale} from './layout.js' */

/** @param {HTMLElement} axis
 * @param {Scale} scale */
export function drawAxis(axis, scale) {
  axis.replaceChildren(
    ...labelsOf(scale).map(({ text, x }) => {
      const label = make('span', {}, text);
      label.style.left = `${x}px`;
      return label;
    }),
  );
}
