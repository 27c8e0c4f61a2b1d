// Everything that the page says, in English. Each text is a string, or a function of its named parts: strings, and numbers where a count
// decides on the form of a noun. Other figures come with their units.

// The parts' names are inferred from here, and checked where a text is said and in other languages.
// @ts-nocheck

import { plural } from './plural.js';

/** The texts of tasks and executors stand beside their code in `src/`; a translation has them here. */
export const CATALOGUE = {};

/** Needed from the first run on. */
export const FIRST = {
  numbers: {
    range: ({ low, high }) => `${low} to ${high}`,
    noInterval: 'no interval yet',
    seconds: ({ count }) => `about ${plural(count, { one: 'second', other: 'seconds' })}`,
    minutes: ({ count }) => `about ${plural(count, { one: 'minute', other: 'minutes' })}`,
    hours: ({ count }) => `about ${plural(count, { one: 'hour', other: 'hours' })}`,
    // `early` had been done before the run began.
    startUp: ({ time, early }) => `${time}, ${early} of it in advance`,
  },

  // How fast one executor is compared with another. `interval` is one of the first two.
  ratio: {
    interval: ({ low, high }) => `95% CI ${low} to ${high}`,
    bestInterval: ({ low, high, claims }) => `95% CI ${low} to ${high}, adjusted for ${claims} comparisons`,
    loop: 'the loop',
    measured: ({ who, ratio, other, interval }) => `${who} ran ${ratio} as fast as ${other} (${interval}).`,
    // The difference is sure, and small.
    close: ({ who, ratio, other, interval }) => `${who} ran ${ratio} as fast as ${other}, a difference of less than 5% (${interval}).`,
    alike: ({ who, other, interval }) => `${who} ran as fast as ${other}, to within 5% (${interval}).`,
    unsure: ({ who, other, interval }) => `there was no measurable difference between ${who} and ${other} (${interval}).`,
    plain: ({ who, ratio, other }) => `${who} ran ${ratio} as fast as ${other}.`,
    few: ({ who, ratio, other, rounds }) =>
      `${who} ran ${ratio} as fast as ${other}, based on ${rounds === 1 ? 'a single run' : plural(rounds, { one: 'run', other: 'runs' })} of each.`,
  },

  // Results that a link carries.
  link: {
    said: ({ cores, said }) => `Measured by the author of this link on ${plural(cores, { one: 'core', other: 'cores' })}: ${said}`,
    unsure: ({ executor, ratio }) => `${executor} ran ${ratio} as fast as the loop, which may be chance.`,
    best: ({ executor, ratio, low, high, claims }) =>
      `${executor} ran ${ratio} as fast as the loop (95% CI ${low} to ${high}, not adjusted for ${claims} comparisons).`,
    broken: 'The results in this link can’t be read, so they are left out.',
  },

  // Said to screen readers, and in the log.
  end: {
    cancelled: 'Cancelled.',
    failed: 'Failed.',
    sweep: 'Done. The chart shows the speed-up.',
    compared: ({ executors }) => `Done. ${plural(executors, { one: 'executor', other: 'executors' })} ran; the table compares them.`,
    ran: ({ executor, results, inputs }) => `Done. ${executor}: ${results} of ${plural(inputs, { one: 'result', other: 'results' })}.`,
  },

  verdict: {
    soFar: ({ rounds, said }) => `So far (${plural(rounds, { one: 'round', other: 'rounds' })}): ${said}`,
    guess: {
      close: ({ guess }) => `You guessed ${guess}: very close.`,
      near: ({ guess }) => `You guessed ${guess}: not far off.`,
      far: ({ guess }) => `You guessed ${guess}: quite a surprise.`,
    },
  },

  // Below the stage's figure: `failed` inputs have no result.
  figure: {
    once: ({ executor, work }) => `${executor}; ${work}`,
    median: ({ executor, repeats, work }) => `${executor}, median of ${plural(repeats, { one: 'repeat', other: 'repeats' })}; ${work}`,
    onceFailed: ({ executor, failed, work }) => `${executor}, ${failed} failed; ${work}`,
    medianFailed: ({ executor, repeats, failed, work }) =>
      `${executor}, median of ${plural(repeats, { one: 'repeat', other: 'repeats' })}, ${failed} failed; ${work}`,
  },

  progress: {
    starting: 'Starting',
    cancelled: 'Cancelled',
    done: ({ repeats }) => `Done: ${plural(repeats, { one: 'repeat', other: 'repeats' })} in total`,
    round: ({ executor, number }) => `${executor}, round ${number}`,
    roundOf: ({ executor, number, all }) => `${executor}, round ${number} of ${all}`,
    repeat: ({ executor, number }) => `${executor}, repeat ${number}`,
    repeatOf: ({ executor, number, all }) => `${executor}, repeat ${number} of ${all}`,
    left: ({ doing, time }) => `${doing} · ${time} left`,
  },

  // Lanes and their bars. `async` has one worker with several slots, each with a task under way.
  lanes: {
    worker: 'worker',
    slot: 'slot',
    workers: ({ count }) => plural(count, { one: 'worker', other: 'workers' }),
    slots: ({ count }) => plural(count, { one: 'slot', other: 'slots' }),
    numberedWorker: ({ number }) => `worker ${number}`,
    numberedSlot: ({ number }) => `slot ${number}`,
    bar: ({ length, from, to }) => `${length}, from ${from} to ${to}`,
    waitedForLock: ({ time, share }) => `waiting for the lock ${time} (${share})`,
    waitedForIo: ({ time, share }) => `waiting for I/O ${time} (${share})`,
    isCritical: 'on the critical path',
    repeat: ({ time }) => `repeat of ${time}`,
    computing: ({ share }) => `computing ${share}`,
    lock: ({ share }) => `waiting for the lock ${share}`,
    io: ({ share }) => `waiting for I/O ${share}`,
    idle: ({ share }) => `idle ${share}`,
    startUp: ({ time }) => `start-up ${time}`,
    warmUp: ({ time }) => `warm-up ${time}`,
    notStarted: 'not started yet',
    starting: 'starting up',
    warming: 'warming up',
    ready: 'ready',
    running: 'running',
    failed: 'failed',
    cancelled: 'cancelled',
    timeline: 'timeline',
    open: ({ executor }) => `${executor}, worker by worker`,
    tableOfWorkers: ({ count }) => `How ${plural(count, { one: 'worker', other: 'workers' })} spent the time`,
    tableOfSlots: ({ count }) => `How ${plural(count, { one: 'slot', other: 'slots' })} spent the time`,
    heads: { tasks: 'tasks', computing: 'computing', waiting: 'waiting', idle: 'idle', idleAtEnd: 'idle at the end' },
    tableLater: 'Shown when the run is over.',
  },
  replay: { play: 'Replay', pause: 'Pause', share: ({ share }) => `${share} of the time` },

  table: {
    caption: ({ work }) => `${work}; medians, without start-up`,
    failed: 'failed',
    someFailed: ({ count }) => `${count} failed`,
    repeats: ({ count }) => plural(count, { one: 'repeat', other: 'repeats' }),
    // Why there were no more repeats: `clear` is in the hint below the table as well.
    stopped: { asked: '', sure: 'clear', spent: 'time’s up', slow: 'too slow for more', most: 'unclear', empty: 'no result' },
    early: ({ time }) => `${time} in advance`,
    shared: ({ time }) => `${time} shared`,
    ratioOfLink: ({ ratio, range }) => `${ratio}, ${range}`,
    link: ({ cores }) => `in the link (${plural(cores, { one: 'core', other: 'cores' })})`,
  },

  // Each continues “threads failed: …”.
  faults: {
    'no-answer': ({ url, cause }) => `no answer from ${url} (${cause})`,
    'error-status': ({ url, status, text }) => `${url} answered with status ${status}${text && ` (${text})`}`,
    'rate-limited': ({ url, status }) => `${url} answered with status ${status}: rate limited`,
    'rate-limited-for': ({ url, status, wait }) => `${url} answered with status ${status}: rate limited, retry after ${wait}`,
    'backed-off': ({ url, wait }) => `${url} was not requested, because its server is rate limiting for another ${wait}`,
    'timed-out': ({ url, limit }) => `${url} took longer than ${limit}`,
    'broke-off': ({ url, cause }) => `the download of ${url} was interrupted: ${cause}`,
    'too-short': ({ url }) => `the download of ${url} is incomplete: it is shorter than announced`,
    'not-a-picture': ({ url, mediaType }) => `${url} answered with something that isn’t a picture (${mediaType})`,
    'empty-answer': ({ url }) => `${url} sent an empty response`,
    'nothing-came': () => 'nothing arrived',
    'not-shown': () => 'what arrived is not a picture that this browser can show',
    lost: () => 'lost by the simulated network',
    'task-failed': ({ cause }) => cause,
    panicked: ({ cause }) => cause,
    thrown: ({ cause }) => cause,
    'out-of-memory': ({ cause }) => `out of memory (${cause}). Use fewer workers or less work, or close other tabs.`,
    'no-room-for-stacks': () => 'out of memory: there is no room for the threads’ stacks. Use fewer workers.',
    'threads-not-started': ({ cause }) => `the threads couldn’t be started: ${cause}`,
    'worker-not-started': ({ cause }) => `the worker couldn’t be started: ${cause}`,
    'worker-died': ({ fault }) => `the worker crashed: ${fault}`,
    'no-such-task': ({ name }) => `there is no task called ${name}`,
    'no-such-executor': ({ name }) => `this module has no executor called ${name}`,
    'not-splittable': () => 'this task can’t be split',
    'needs-browser': () => 'this works only in a browser',
    'not-ready': ({ executor, limit }) =>
      `${executor} was not ready within ${limit}: a worker didn’t start, perhaps because memory is low. Try again, or use fewer workers.`,
    'script-late': ({ file, limit }) =>
      `${file}, which workers run, didn’t load within ${limit}. The server or the connection may be slow, or an extension may block it. Try again, or use a private window.`,
    'no-worker': ({ cause }) =>
      `the browser didn’t let the page start a worker, or another one (${cause}). An extension or a frame’s sandbox may forbid that: try a private window, a tab of its own, or fewer workers.`,
    'message-unreadable': () => 'a message from a worker couldn’t be read',
    'worker-broke': ({ cause }) => `there was an error in a worker: ${cause}`,
    'script-not-loaded': () => 'a worker’s script couldn’t be loaded',
    'module-not-loaded': ({ file, cause }) => `${file} couldn’t be loaded (${cause})`,
    'module-status': ({ file, status }) => `${file} couldn’t be loaded (the server answered with status ${status})`,
    'module-type': ({ file, type }) => `${file} couldn’t be loaded (the server sent a different type of file: ${type})`,
    unfinished: ({ fault }) => `not finished: ${fault}`,
    'page-broke': ({ cause }) => `there was an error in the page itself: ${cause}`,
    ended: () => 'it was stopped',
  },
  failure: ({ input, fault }) => `${input}: ${fault}`,

  // What to do after a run that failed.
  wayOn: {
    filesGone: 'Some of this page’s files are gone from its server, probably because a newer version was published after you opened the page.',
    loadNewVersion: 'Load the newer version',
    reload: 'Reload',
    useProcesses: 'Use processes instead',
    failed: ({ executor, fault }) => `${executor} failed: ${fault}`,
    nothing: ({ problem, fault }) => `${problem} First error: ${fault}`,
    nothingSucceeded: 'Nothing succeeded.',
    noCause: 'unknown',
  },

  // Errors of the page's own code.
  errors: {
    unshown: ({ message }) => `Part of the page couldn’t be shown (${message}). Runs and their numbers are not affected.`,
    further: 'The lower part of this page couldn’t be loaded, so its buttons don’t work. Reload the page: your settings are kept.',
    other: ({ message }) => `Something on this page went wrong (${message}). If a button doesn’t work, reload the page: your settings are kept.`,
    broke: ({ cause }) => `There was an error in the page itself, not in what it ran: ${cause}. Run it again, or reload the page: your settings are kept.`,
    notReloaded: 'Threads need shared memory, and for that the page has to reload once. It didn’t reload. Press again to try once more.',
  },

  // Why threads can or can't run here, and what to do about it.
  sharedMemory: {
    works: { reason: 'Shared memory works.', remedy: '' },
    'after-reload': {
      reason: 'The server doesn’t send isolation headers, so the page’s service worker adds them.',
      remedy: 'The page reloads once when a run needs them.',
    },
    'no-wasm': { reason: 'This browser doesn’t support WebAssembly.', remedy: 'Use an up-to-date browser.' },
    'no-wasm-threads': { reason: 'This browser is too old for WebAssembly threads.', remedy: 'Use an up-to-date browser.' },
    'not-secure': {
      reason: 'This address is not secure, and browsers share memory only on secure ones.',
      remedy: 'Open the page over HTTPS, or from localhost.',
    },
    'switched-off': { reason: 'Shared memory is switched off in this browser.', remedy: 'Use another up-to-date browser.' },
    framed: { reason: 'The page is embedded in another one that doesn’t isolate it.', remedy: 'Open it in its own tab.' },
    'service-worker-blocked': {
      reason: 'The server doesn’t send isolation headers, and the service worker that would add them is blocked.',
      remedy: 'Allow service workers for this site, leave private browsing, or serve the page with COOP and COEP headers.',
    },
    'headers-missing': {
      reason: 'The isolation headers are missing, although the service worker adds them.',
      remedy: 'Reload the page without holding Shift. If that doesn’t help, a proxy or an extension removes the headers.',
    },
  },
  unavailable: {
    one: ({ executor, reason, remedy }) => `${executor} can’t run here. ${reason} ${remedy}`,
    several: ({ executors, reason, remedy }) => `Not available here: ${executors}. ${reason} ${remedy} Everything else works.`,
    openTab: 'Open this page in a tab',
    option: ({ executor }) => `${executor} (not available here)`,
  },
  waiting: {
    memory: 'Getting shared memory ready. The page may reload once.',
    scripts: 'The buttons work as soon as the page’s scripts have loaded.',
  },

  // What is wrong with an address or with what was entered. `given` is as in an address: `n=7`.
  problems: {
    repeated: ({ name }) => `${name} is given more than once.`,
    empty: ({ name }) => `${name} is empty.`,
    misfit: ({ given, other, note }) => `${given} doesn’t apply to ${other}.${note && ` ${note}`}`,
    'no-choice': ({ given, choices }) => `${given} is not one of ${choices}.`,
    'no-number': ({ given, fraction, auto }) =>
      `${given} is not a ${fraction ? 'number such as 1500 or 1.5' : 'whole number'}${auto ? ' or auto' : ''}.`,
    'out-of-range': ({ given, min, max }) => `${given} is out of range (${min} to ${max}).`,
    fallback: ({ problem, fallback }) => `${problem} ${fallback} is used instead.`,
    unknown: ({ name, meant }) => `“${name}” is ignored: it is not a setting of this page. Did you mean “${meant}”?`,
    'run-repeated': 'run is given more than once. Press a button to start.',
    tooLong: ({ time, limit, button }) => `This may take ${time}, longer than a link may start by itself (${limit}). Press ${button} to start.`,
    tooMuch: ({ label, value, limit, button }) =>
      `${label}: ${value} is more than a link may start by itself (${limit}). Press ${button} to start.`,
    yourGuess: 'your guess',
  },

  setUpLine: ({ work, executor }) => `${work} · ${executor}`,
  setUpLineOfPool: ({ work, executor, workers }) => `${work} · ${executor} · ${plural(workers, { one: 'worker', other: 'workers' })}`,

  path: { own: 'Now set it up yourself', next: ({ title }) => `Next: ${title}` },

  pictures: {
    save: 'Save',
    retry: 'Retry',
    saveNamed: ({ name }) => `Save ${name}`,
    retryNamed: ({ name }) => `Retry ${name}`,
    retryAll: ({ count }) => (count === 1 ? 'Retry the failed picture' : `Retry all ${count} failed pictures`),
    photograph: ({ number, author }) => `Photograph ${number} by ${author}`,
  },

  log: {
    ready: ({ executor, time }) => `${executor}: ready after ${time}`,
    warm: ({ executor, time }) => `${executor}: warmed up for ${time}`,
    took: ({ executor, time, total }) => `${executor}: the whole operation took ${time}${total && `: ${total}`}`,
    repeatTook: ({ executor, time, repeat, total }) => `${executor}: the whole operation took ${time} (repeat ${repeat})${total && `: ${total}`}`,
    repeatOfTook: ({ executor, time, repeat, all, total }) =>
      `${executor}: the whole operation took ${time} (repeat ${repeat} of ${all})${total && `: ${total}`}`,
    failed: ({ executor, fault }) => `${executor} failed: ${fault}`,
    failedBy: ({ executor, other, fault }) => `${executor} failed, because ${other} crashed the workers that they share: ${fault}`,
    result: ({ input, result }) => `${input} = ${result}`,
    saved: ({ input }) => `Saved ${input}`,
    savedSize: ({ input, size }) => `Saved ${input} (${size})`,
    noted: ({ line, note }) => `${line}, ${note}`,
    notes: { checksum: ({ value }) => `checksum ${value}`, 'retried-after': ({ value }) => `rate limited, retried after ${value} ms` },
  },
};

/** Needed by what is further down the page. */
export const LATER = {
  // What makes times doubtful, and what helps.
  doubts: {
    hidden: 'The tab was hidden for a while, and browsers slow hidden tabs down. Keep it in view.',
    tooShort: ({ resolution, more }) => `Too fast to time well: this browser’s clock ticks only every ${resolution}. ${more}`,
    slowFirst: ({ first, others }) =>
      `The first repeat took ${first}, the others ${others}: the browser may still have been optimising. The median ignores such an outlier.`,
    noisy: ({ share }) => `Noisy: the times vary by ${share} (standard deviation). More repeats or fewer open programs may help.`,
    noisyAnyway: ({ share }) => `Noisy: the times vary by ${share} (standard deviation). Fewer open programs may help.`,
    moreThanCores: ({ workers, cores }) =>
      `${plural(workers, { one: 'worker', other: 'workers' })} on ${plural(cores, { one: 'core', other: 'cores' })}: workers beyond the number of cores don’t make computing faster.`,
    apart: 'The loop was measured at another time, and the machine may have changed since. “Compare” measures both in the same rounds.',
    littleWork: ({ share, time, more }) =>
      `Little work: all workers together computed for only ${share} of ${time}. Handing work over may have taken the rest. ${more} With 50 to 500 ms of work, that matters less.`,
    slower: ({ more }) => `Slower than the loop: handing the work over may cost more than sharing it saves. ${more}`,
  },

  // What a comparison shows.
  comparison: {
    fastest: ({ said }) => `The fastest here: ${said}`,
    noClearLead: ({ others }) => `The lead over ${others} is too small to be certain.`,
    nothingFaster: 'Nothing here was measurably faster than the loop.',
    bestAlike: ({ first }) => `The best, ${first}, ran as fast as the loop, to within 5%.`,
    littleWork: ({ time, more }) => `The loop takes ${time}, which may be little compared with the cost of handing work over. ${more}`,
  },

  // The answer to a question. `said`: the ratio that was asked for, in a sentence.
  answer: {
    right: ({ answer, said }) => `You guessed “${answer}”, and you were right: ${said}`,
    fits: ({ answer, said }) => `You guessed “${answer}”. That fits, but the measurement isn’t precise enough to be sure: ${said}`,
    wrong: ({ answer, said }) => `You guessed “${answer}”, but it turned out differently: ${said}`,
    unclear: ({ answer, said }) => `You guessed “${answer}”. That may be right, but the measurement isn’t precise enough to tell: ${said}`,
    failed: 'Part of the run failed, so it doesn’t answer the question. Press your answer again.',
  },

  // What a run shows. `slowest` and `loop`, the loop's time, are empty where they aren't known.
  waiting: {
    alone: ({ share }) => `${share} of the time was spent waiting.`,
    inTurn: ({ share, time }) => `Each task waited until the one before was done: ${share} of the ${time} was spent waiting.`,
    together: ({ tasks, slowest, time, loop }) =>
      `${tasks === 2 ? 'Both tasks' : `All ${tasks} tasks`} were waiting at the same time, so together they took as long as the slowest one${slowest && ` (${slowest})`}: ${loop ? `${time} instead of ${loop}` : time}.`,
    overlapping: ({ tasks, waits, time }) =>
      `${tasks === 2 ? 'Both tasks' : `All ${tasks} tasks`} were waiting at the same time: ${waits} of waiting took ${time}.`,
    upTo: ({ atOnce, waits, time }) => `Up to ${atOnce} tasks were waiting at the same time: ${waits} of waiting took ${time}.`,
  },
  downloading: {
    inTurn: ({ share, time }) => `The pictures were downloaded one after another: ${share} of the ${time} was spent waiting.`,
    together: ({ tasks, slowest, time, loop }) =>
      `${tasks === 2 ? 'Both pictures' : `All ${tasks} pictures`} were downloading at the same time, so together they took as long as the slowest one${slowest && ` (${slowest})`}: ${loop ? `${time} instead of ${loop}` : time}.`,
    overlapping: ({ tasks, waits, time }) =>
      `${tasks === 2 ? 'Both pictures' : `All ${tasks} pictures`} were downloading at the same time: ${waits} of waiting took ${time}.`,
    upTo: ({ atOnce, waits, time }) => `Up to ${atOnce} pictures were downloading at the same time: ${waits} of waiting took ${time}.`,
  },
  computing: {
    lock: ({ share }) => `Only one worker could compute at a time: waiting for the lock took ${share} of all workers’ time.`,
    oneThread: 'Nothing waited, so nothing overlapped: one thread computed one task after another.',
    inTurn: ({ longest, share }) => `The tasks ran one after another: ${longest} alone took ${share} of the time.`,
    sharedEven: ({ sharers, longest, idle, work, time }) =>
      `Even ${longest}, the biggest task, was shared by ${sharers} workers: ${work} of computing took ${time}, with the workers idle for ${idle} of their time.`,
    oneBig: ({ longest, share, lanes, idle }) =>
      lanes === 2
        ? `${longest} alone was ${share} of the work, and the other worker was idle for ${idle}.`
        : `${longest} alone was ${share} of the work, and the other ${lanes - 1} workers were idle for ${idle} on average.`,
    never: ({ work, time }) => `No two workers ever computed at the same time: ${work} of computing took ${time}.`,
    evenly: ({ lanes, work, time }) => `${lanes === 2 ? 'Two' : lanes} workers shared the work almost evenly: ${work} of computing took ${time}.`,
    together: ({ most, share, lanes, idle, work, time }) =>
      `${work} of computing took ${time}. ${most === 2 ? 'Two workers' : `Two or more workers, at most ${most},`} computed at the same time for ${share} of that, and the ${lanes === 2 ? 'two' : lanes} workers were idle for ${idle} of their time.`,
  },
  whole: {
    notSplit: ({ size, cutoff }) => `Nothing was split: no input is larger than ${size}, and the cutoff is ${cutoff}.`,
    notShared: 'Nothing was shared: the inputs could be split, but each stayed with one worker.',
  },

  prediction: {
    // The figures of one picked bar.
    bar: ({ figures }) => `predicted: ${figures}`,
    valueText: ({ workers, time }) => `${plural(workers, { one: 'worker', other: 'workers' })}: ${time}, predicted`,
    // `range` and `ratio` are empty where they aren't known.
    time: ({ executor, time, range, ratio }) =>
      `Predicted, not measured: ${executor} would take ${time}${range && ` (${range})`}${ratio && `, ${ratio} as fast as the loop`}.`,
    timeOfPool: ({ executor, workers, time, range, ratio }) =>
      `Predicted, not measured: ${executor} on ${plural(workers, { one: 'worker', other: 'workers' })} would take ${time}${range && ` (${range})`}${ratio && `, ${ratio} as fast as the loop`}.`,
    oneWorker: 'There is only one worker, however many cores there are.',
    oneAtATime: 'Only one worker computes at a time, however many there are.',
    bound: ({ work, span, parallelism }) =>
      `The work is ${work} and the span ${span}, so however many workers there are, the speed-up over one worker is at most ${parallelism}.`,
    undrawn: ({ workers, busy, most }) => `${busy} of the ${workers} workers would have something to do. Lanes are drawn for up to ${most} workers.`,
    within: 'within the predicted range',
    outside: 'outside the predicted range',
    factor: ({ times }) => `${times} as long`,
  },

  speedup: {
    work: ({ work }) => `Measured on ${work}.`,
    workers: 'workers',
    ideal: 'ideal',
    ceiling: ({ what, ratio }) => `${what}: ${ratio}`,
    few: ({ executor }) => `${executor}: no curve, because that takes two points with more than one worker`,
    off: ({ executor }) => `${executor}: no curve, because Amdahl’s law doesn’t fit all points (workers beyond the number of cores add nothing)`,
    unsure: ({ executor }) => `${executor}: no curve, because many would fit these points`,
    fit: ({ executor, serial, low, high }) => `${executor}: as if ${serial} of the work couldn’t be shared (${low} to ${high})`,
    predicted: ({ executor }) => `${executor}, predicted`,
  },

  share: {
    copied: {
      'copy-link': 'Link copied.',
      'copy-results-link': 'Link with results copied.',
      'copy-snippet': 'HTML snippet copied.',
      'copy-json': 'Last run copied as JSON.',
      'copy-csv': 'Comparison copied as CSV.',
      'copy-markdown': 'Comparison copied as Markdown.',
    },
    saved: { 'save-trace': 'Trace saved.', 'save-zip': 'Pictures saved.' },
    blocked: 'This browser doesn’t let the page copy. The text is selected below.',
  },
  markdown: {
    executor: 'executor',
    workers: 'workers',
    startUp: 'start-up',
    loop: 'loop, same rounds',
    work: 'work (median)',
    repeats: 'repeats',
    ratio: 'speed-up',
    interval: '95% CI',
    total: 'total',
    browser: ({ cores, userAgent }) => `${plural(cores, { one: 'core', other: 'cores' })}, ${userAgent}`,
  },

  instrument: {
    starting: 'Checking. This takes about ten seconds.',
    going: ({ share }) => `Checking: ${share} done.`,
    done: 'Checked.',
    failed: ({ fault }) => `Not checked: ${fault}.`,
    use: ({ workers }) => `Use ${plural(workers, { one: 'worker', other: 'workers' })}`,
    drawing: 'Cost of drawing a long repeat',
    drawingMeans: 'How much drawing slows the computing down: the same work in turns, with growing bars and without drawing.',
    itself: 'The loop compared with itself',
    itselfMeans: 'The same work twice, one right after the other: differences this small are noise.',
    atOnce: 'Loops that run at the same time',
    moreThanSaid: ({ said }) =>
      `The browser reports ${said}, but more really run. More workers compute faster here than that number suggests.`,
    fewerThanSaid: ({ said }) => `The browser reports ${said}. Other programs use this machine as well, or its cores share something.`,
    asSaid: ({ said }) => `As many as the browser reports: ${said}.`,
    off: ({ off, low, high }) => `${off} (${low} to ${high})`,
  },

  // What this browser and its server offer.
  checkup: {
    yes: 'yes',
    no: 'no',
    notYet: 'not yet',
    secure: 'Secure address',
    secureRemedy: 'Open the page over HTTPS, or from localhost.',
    isolated: 'Cross-origin isolated',
    isolatedRemedy: 'The server can send COOP and COEP headers.',
    threads: 'Threads in shared memory',
    afterReload: 'after one reload',
    threadsRemedy: ({ reason, remedy }) => `${reason} ${remedy}`,
    serviceWorker: 'Service worker',
    serviceWorkerIs: {
      active: { value: 'active', remedy: 'Adds isolation headers and keeps files for use offline.' },
      waiting: { value: 'starting', remedy: 'It will be active in a moment.' },
      refused: { value: 'blocked', remedy: 'Allow service workers or storage for this site. Without them nothing works offline.' },
      unneeded: { value: 'not needed', remedy: 'A server on this machine isolates the page by itself.' },
      unsupported: { value: 'not available', remedy: 'Private windows and insecure addresses have none. Without one nothing works offline.' },
    },
    offline: 'Kept for use offline',
    offlineIs: {
      all: { value: 'everything', remedy: '' },
      'not yet': { value: 'not everything yet', remedy: 'The rest follows when the page is idle.' },
      unneeded: {
        value: 'nothing',
        remedy: 'A page served from this machine isn’t kept, because another project may use the same port next.',
      },
      used: { value: 'what was used', remedy: 'This browser asks pages to save data, so nothing is loaded ahead.' },
      failed: { value: 'not everything', remedy: 'Storage may be full or blocked, or the network was down. The next visit tries again.' },
    },
    network: 'Network',
    networkIs: { online: 'online', offline: 'offline' },
    networkRemedy: 'Everything works offline except what a task itself gets from the network.',
    cores: 'Processor cores',
    coresRemedy: 'As reported by the browser. Some report too few.',
    oneCore: 'With one core, parallel computing brings no speed-up.',
    clock: 'Clock resolution',
    clockNever: 'the clock doesn’t move',
    clockCoarse: 'Isolated pages get a finer clock. Use larger tasks for precise ratios.',
    clockTooCoarse: 'Protection against fingerprinting makes it this coarse. Only tasks of many seconds can be timed.',
  },
};
