// What the page opens as, said before it is first painted, so that nothing moves afterwards: `embed` for a frame in another page,
// `setup` for a link that brings one, else the `path` of three questions. A classic script: modules run after the first paint.

{
  const names = [...new URLSearchParams(location.search).keys()];
  // A question that the page reloaded for goes on, whatever the address says.
  const lesson = location.hash.match(/^#reloaded-for-lesson:([\w-]+)/)?.[1];
  Object.assign(document.documentElement.dataset, {
    mode: names.includes('embed') ? 'embed' : names.length > 0 && !lesson ? 'setup' : 'path',
    lesson: lesson ?? 'waiting',
  });
}
