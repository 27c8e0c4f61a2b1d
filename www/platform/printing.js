// Paper.

/** While the page is printed, it has the class `printing`, whose colours are those of paper. Not every browser tells of it in the
 * same way.
 * @param {() => void} redraw at once, since the picture is taken then */
export function watchPrinting(redraw) {
  /** @param {boolean} printing */
  function set(printing) {
    document.documentElement.classList.toggle('printing', printing);
    redraw();
  }
  window.addEventListener('beforeprint', () => set(true));
  window.addEventListener('afterprint', () => set(false));
  const print = window.matchMedia('print');
  print.addEventListener('change', () => set(print.matches));
}
