// The page's own files, which a host may have replaced by those of a newer version while the page was open.

/** A host that takes longer tells nothing. */
const WITHIN_MS = 5000;

/** Whether the host answers, but not with that file: it is gone. Some hosts send a page instead.
 * @param {string} address */
export async function isGone(address) {
  try {
    const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(WITHIN_MS) });
    answer.body?.cancel();
    // Stores of objects answer 403 where nobody may know what is missing.
    return [403, 404, 410].includes(answer.status) || /^text\/html/i.test(answer.headers.get('content-type') ?? '');
  } catch {
    // No network, or too slow a host: nothing is known.
    return false;
  }
}
