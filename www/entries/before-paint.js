// Sets how the page opens before the first paint, so that nothing moves afterwards: `embed` for a frame in another page,
// `setup` for a link that brings one, else the `path` of three questions. A classic script: modules run after the first paint.

{
  const page = document.documentElement;
  /** Links may come encoded several times: see settings/link.js.
   * @param {string} text */
  const decode = (text) => {
    try {
      return decodeURIComponent(decodeURIComponent(decodeURIComponent(text)));
    } catch {
      return text;
    }
  };
  const ours = new RegExp(`^(?:amp;|#0*38;)*(?:${page.dataset.parameters})(?![\\w-])`);
  const pairs = (location.search.slice(1) + location.hash).split('&').map(decode).filter((pair) => ours.test(pair));
  // A question that the page reloaded for goes on, whatever the address says.
  const lesson = location.hash.match(/^#reloaded-for-lesson:([\w-]+)/)?.[1];
  Object.assign(page.dataset, {
    mode: /(?:^|[&;])embed(?![\w-])/.test(pairs.join('&')) ? 'embed' : pairs.length > 0 && !lesson ? 'setup' : 'path',
    lesson: lesson ?? 'waiting',
  });
  page.toggleAttribute('data-brought', pairs.length > 0);
}
