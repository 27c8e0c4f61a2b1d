// Settles before the first paint what would flicker or move afterwards: in which language the page is, and how it opens. A classic
// script: modules run after the first paint.

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
  const pairs = (location.search.slice(1) + location.hash).split('&').map(decode);

  // The language: as the address asks, as was chosen here before, as this page is, as the browser prefers.
  const languages = String(page.dataset.languages).split(' ');
  /** @param {string | null | undefined} code */
  const isOurs = (code) => languages.includes(String(code));
  /** All projects of a host share one storage. */
  const chosen = `easy-concurrency ${new URL('./', location.href).pathname} language`;
  const recall = () => {
    try {
      return localStorage.getItem(chosen);
    } catch {
      return null;
    }
  };
  const wishes = [
    ...[...pairs.join('&').matchAll(/(?:^|[&;])lang=([\w-]+)/g)].map(([, code]) => code),
    recall(),
    // The first language's page has no name of its own: it is what everybody gets at first.
    page.lang === languages[0] ? null : page.lang,
    ...(navigator.languages ?? []).map((tag) => tag.split('-')[0]),
  ];
  const language = wishes.find(isOurs) ?? languages[0];
  const file = language === languages[0] ? 'index' : String(language);
  // A host, or the service worker, may have answered with another page than that of this name.
  const isHere = language === page.lang || (location.pathname.replace(/^.*\/|\.html$/g, '') || 'index') === file;
  // The reload that isolates the page goes on where it was.
  if (!isHere && !location.hash.startsWith('#reloaded-for-')) {
    // Meanwhile nothing of this page is shown, and none of its other scripts run.
    page.remove();
    location.replace(`${file}.html${location.search}${location.hash}`);
  }
  // A press on a language is remembered, and takes along what the address says.
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a[hreflang]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    try {
      localStorage.setItem(chosen, link.hreflang);
    } catch {
      // Storage is blocked: the address says it.
    }
    const others = location.search.slice(1).split('&').filter((pair) => pair !== '' && !pair.startsWith('lang='));
    link.search = [...others, `lang=${link.hreflang}`].join('&');
    link.hash = location.hash;
  });

  // How it opens: `embed` for a frame in another page, `setup` for a link that brings one, else the `path` of questions.
  const ours = new RegExp(`^(?:amp;|#0*38;)*(?:${page.dataset.parameters})(?![\\w-])`);
  const brought = pairs.filter((pair) => ours.test(pair));
  // The stepper shows itself, whatever else there is.
  const others = brought.filter((pair) => !/^(?:amp;|#0*38;)*(?:step|threads|path)(?![\w-])/.test(pair));
  // A question that the page reloaded for goes on, whatever the address says.
  const lesson = location.hash.match(/^#reloaded-for-lesson:([\w-]+)/)?.[1];
  Object.assign(page.dataset, {
    mode: /(?:^|[&;])embed(?![\w-])/.test(brought.join('&')) ? 'embed' : others.length > 0 && !lesson ? 'setup' : 'path',
    lesson: lesson ?? 'waiting',
  });
  page.toggleAttribute('data-brought', others.length > 0);
  page.toggleAttribute('data-step', brought.some((pair) => /(?:^|[&;])step=/.test(pair)));
}
