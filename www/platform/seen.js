// Whether a person can see the page: a frame may be far down in another page, or not laid out, as in slides.

export const isFramed = () => window.top !== window;

/** Resolves once some of the page is in view.
 * @returns {Promise<void>} */
export function whenSeen() {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.documentElement);
  });
}
