// Says why the page's scripts didn't load, where they didn't: what came for the first of them that can't be one. A classic script, and
// at the site's root, since it must load where they don't: a host may send scripts under another type, which browsers refuse as
// modules, or lack the folder of this version.

{
  const JAVASCRIPT = /^(text|application)\/(x-)?(java|ecma)script\b/i;
  let thrown = '';

  /** What came for a file, and why that is no script; null if it is one.
   * @param {string} address */
  const examine = async (address) => {
    try {
      const { ok, status, headers } = await fetch(address, { cache: 'no-cache' });
      const type = headers.get('content-type') ?? '';
      if (ok && JAVASCRIPT.test(type)) return null;
      const isGone = [403, 404, 410].includes(status) || (ok && type.startsWith('text/html'));
      return { when: isGone ? 'gone' : ok ? 'type' : 'trouble', address, status, type: type || 'none' };
    } catch {
      return { when: 'silent', address };
    }
  };

  const explain = async () => {
    const notice = document.getElementById('file-notice');
    if (!notice) return;
    const scripts = [...document.querySelectorAll('script[type=module], link[rel=modulepreload]')];
    const addresses = scripts.map((script) => (script instanceof HTMLScriptElement ? script.src : script.getAttribute('href') ?? ''));
    const isFile = location.protocol === 'file:';
    const found = isFile ? [] : await Promise.all(addresses.map((address) => examine(new URL(address, document.baseURI).href)));
    /** @type {Record<string, unknown>} */
    const came = found.find((one) => one !== null) ?? { when: isFile ? 'file' : thrown ? 'broken' : 'unknown', thrown };
    for (const part of notice.querySelectorAll('[data-when]')) part.toggleAttribute('hidden', !part.getAttribute('data-when')?.includes(String(came.when)));
    for (const part of notice.querySelectorAll('[data-what]')) part.textContent = String(came[part.getAttribute('data-what') ?? '']);
  };

  addEventListener('error', ({ message }) => (thrown ||= message));
  // By then, every script of the page has run or failed.
  addEventListener('load', explain);
}
