addEventListener('fetch', (event) =>
  event.respondWith(
    fetch(event.request).then(({ body, status, headers: sent }) => {
      const headers = new Headers(sent);
      headers.set('Cross-Origin-Opener-Policy', 'same-origin');
      headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
      return new Response(body, { status, headers });
    }),
  ),
);
