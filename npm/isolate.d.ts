declare global {
  /** In a page: null once it is isolated, or the reason why it can't be. It never resolves in a page that is about to be reloaded. */
  var isolation: Promise<string | null>;

  /** In a service worker: the response to a request, with the headers that isolate if it is a document or a worker's own script. */
  function isolate(request: Request, response: Response): Promise<Response>;
}

export {};
