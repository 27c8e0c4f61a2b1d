// Everything that the page says, in English. Each text is a string, or a function of its named parts: strings, and numbers where a count
// decides on the form of a noun. Other figures come with their units.

// The parts' names are inferred from here, and checked where a text is said and in other languages.
// @ts-nocheck

import { plural } from './plural.js';

/** What stands in index.html as {{section.key}}: HTML, with ' around attributes; the build fills in {names} in braces. It reads this and the
 * catalogue as JSON. */
export const PAGE = {
  "head": {
    "title": "Easy Concurrency: see what it speeds up, and what it doesn’t",
    "description": "See what concurrency does: the same work on seven executors, from a plain loop to threads, run live in your browser in Rust compiled to WebAssembly.",
    "shared": "The same work on seven executors, run live in your browser: see what waits, what computes, and how long it takes.",
    "image": "Two timelines: six tasks one after another, and the same six at the same time."
  },
  "notice": {
    "reload": "The page’s scripts didn’t load. <a href=''>Reload the page</a>; your settings are kept.",
    "unknown": "If that doesn’t help, the network is slow or down, or the host doesn’t serve all of the page’s files unchanged.",
    "file": "You opened the page as a file, but browsers load scripts like these only from a server. To start one, run <code>cargo xtask serve</code> in the project’s folder.",
    "silent": "If that doesn’t help: there was no answer for <code data-what='address'></code>. The network is down, or something in this browser blocks that address.",
    "answered": "If that doesn’t help: the host answered the request for <code data-what='address'></code> with status <code data-what='status'></code> and type <code data-what='type'></code>.",
    "gone": "The host doesn’t have that file. If a new version is being published right now, wait a minute; otherwise upload all of <code>dist/</code>.",
    "type": "Browsers run these scripts only if they are served as <code>text/javascript</code>. Set up the host to send <code>.js</code> files with that type.",
    "trouble": "The host has a problem or refuses to send the file. Try again later.",
    "broken": "If that doesn’t help: the scripts loaded, but this browser can’t run them: <code data-what='thrown'></code>. Try an up-to-date browser."
  },
  "opening": {
    "languages": "Language",
    "skip": "Skip to the controls",
    "lede": "Some work waits, some work computes. Doing several things at once makes waiting many times faster. Whether it makes computing faster depends on what the workers share.",
    "noscript": "JavaScript is switched off, so nothing can run here. You can still read the explanations below."
  },
  "update": {
    "available": "A new version of this page is available.",
    "reload": "Reload"
  },
  "messages": {
    "dismiss": "Dismiss"
  },
  "path": {
    "label": "Questions, or your own settings",
    "waiting": "1. Waiting",
    "computing": "2. Computing",
    "bigPiece": "3. One big piece",
    "counting": "4. Sharing",
    "own": "Set it up yourself",
    "guess": "Guess to start the run."
  },
  "waiting": {
    "title": "Eight pictures from the network",
    "question": "A loop requests one picture, waits until it arrives, then requests the next. How many times as fast is it to request all eight at once?",
    "none": "no faster",
    "some": "2 or 3 times",
    "most": "more than that"
  },
  "computing": {
    "title": "Now the tasks compute",
    "question": "Fibonacci numbers, computed the slow way: nothing waits, every task keeps a core busy. Python’s threads share one lock, and only the thread that holds it can compute. How many times as fast as the loop are they?",
    "none": "no faster",
    "some": "somewhat faster",
    "most": "as many times as there are cores"
  },
  "bigPiece": {
    "title": "One big piece comes last",
    "question": "fib(38) alone is 38% of all the work. Threads take whole numbers; fork-join also splits each number and shares the halves. How many times as fast as threads is fork-join?",
    "none": "no faster",
    "some": "up to 1.5 times",
    "most": "more than that"
  },
  "counting": {
    "title": "Two threads count together",
    "question": "Two threads add 1 to the same counter, four million times each: load it, add 1, store it. What comes out?",
    "less": "less, and different each time",
    "exactly": "exactly 8,000,000",
    "more": "more"
  },
  "form": {
    "label": "Settings",
    "task": "Task",
    "executor": "Executor",
    "workers": "Workers",
    "workersRange": "a number from 1 to {most workers}",
    "repeats": "Repeats",
    "repeatsRange": "auto, or a number from 1 to 100",
    "number": "a number from {min} to {max}",
    "auto": "auto, or a number from {min} to {max}",
    "waits": "{task}: waiting",
    "computes": "{task}: computing",
    "compare": "Compare",
    "run": "Run",
    "guess": "Your guess: how many times as fast as the loop?",
    "loading": "The buttons work once the page’s scripts have loaded."
  },
  "stage": {
    "title": "Who did what, when",
    "fullPage": "Full page",
    "illustration": "An illustration: your run will appear here.",
    "start": "Start",
    "cancel": "Cancel",
    "longer": "Measure longer",
    "progress": "Progress of the run",
    "verdict": "<strong>Each bar is a task.</strong> One after another, the tasks form a staircase; all at once, a block that ends sooner. When you run it, each row is a worker.",
    "startup": "Start-up, measured separately: <output id='startup'>–</output>. Before you press, the page already starts a worker and compiles the module; that part is counted separately.",
    "bars": "Point at a bar or tap it for its details, or move from bar to bar with the arrow keys."
  },
  "drawing": {
    "ofWaiting": "An illustration of six tasks that mostly wait. In a loop they run one after another, like a staircase; all at once, they form a block that ends much sooner.",
    "ofComputing": "An illustration of six tasks that compute. In a loop they run one after another, like a staircase; two workers run two at a time and finish in half the time.",
    "loop": "loop",
    "atOnce": "all at once",
    "twoWorkers": "two workers"
  },
  "key": {
    "computing": "computing",
    "io": "waiting for I/O",
    "lock": "waiting for the lock",
    "idle": "idle",
    "startup": "start-up",
    "warmup": "warm-up: the engine optimises code that runs often",
    "chain": "critical path: what the end waited for"
  },
  "replay": {
    "startup": "start-up and warm-up",
    "replay": "Replay",
    "moment": "Moment of the replay"
  },
  "prediction": {
    "title": "What more cores would do",
    "terms": "<em>Work</em> is the time all tasks take one after another. <em>Span</em> is the time that no number of workers can beat: the longest task, or the longest path through tasks that split. Work divided by span is the <em>parallelism</em>, the highest possible speed-up over one worker.",
    "limits": "A prediction assumes that each worker has its own core, as fast as those here. It leaves out shared caches, memory bandwidth, cores of different speeds, and clocks that slow down under load.",
    "from": "Based on the run of",
    "count": "Tasks",
    "order": "Order",
    "longestFirst": "longest first",
    "ascending": "ascending",
    "chunks": "Chunks",
    "chunkOne": "one task each",
    "chunkAuto": "rayon decides",
    "cutoff": "Cutoff",
    "cutoffAuto": "auto",
    "connections": "Connections",
    "connectionsAny": "any number",
    "core": "Computing takes <span class='factor'></span>",
    "latency": "Waiting takes <span class='factor'></span>",
    "workers": "Workers",
    "timeline": "timeline",
    "lanes": "Predicted timeline",
    "computing": "predicted: computing",
    "waiting": "predicted: waiting",
    "save": "Save the prediction as a trace",
    "check": "To check the prediction against measurements, press Compare with this number of workers, and again with another.",
    "compared": "Predicted vs. measured",
    "caption": "Predicted vs. measured speed-up over the loop",
    "columnWorkers": "workers",
    "columnMeasured": "measured",
    "columnPredicted": "predicted",
    "columnError": "error of the predicted time",
    "columnRange": "measured time is"
  },
  "gallery": {
    "title": "The pictures",
    "retry": "Retry",
    "save": "Save all as ZIP"
  },
  "comparison": {
    "title": "How long it took",
    "gilTitle": "Threads that take turns",
    "gil": "Python’s threads share one lock, the <abbr title='Global Interpreter Lock'>GIL</abbr>. A thread holds it while it computes and releases it while it waits for the network. So twenty tasks that wait can all wait at once, but of twenty that compute, one runs and nineteen queue. Here, a task holds the lock until it has finished computing; CPython passes it on every 5 ms, which changes the order but not the total. Since version 3.13, CPython is also available without the GIL.",
    "processesTitle": "What processes cost",
    "processes": "Isolated workers share nothing, so they need no lock, and every core can compute. In return, each has its own instance and memory, inputs and results are sent as messages, and starting them takes longer.",
    "threadsTitle": "Threads without a lock",
    "threads": "Rust checks at compile time that threads can’t corrupt each other’s data, so it needs no lock around everything. In a browser, threads are workers that share one memory.",
    "asyncTitle": "One thread, many futures",
    "async": "<code>async</code> starts the next task while the last one waits, so twenty tasks can wait at once without twenty threads. Computing gets no faster: concurrency is not parallelism.",
    "table": "Table of times",
    "executor": "executor",
    "speedup": "speed-up",
    "work": "work",
    "beside": "loop, same rounds",
    "workers": "workers",
    "startup": "start-up",
    "total": "total",
    "articleTime": "time in the article",
    "articleSpeedup": "speed-up in the article",
    "friend": "in the link",
    "article": "The article’s figures come from “Easy Concurrency in Python”: <span id='article-of'></span>, run in Python on the author’s computer, each the mean of 10 runs. All other figures were measured here, just now.",
    "friendHint": "The figures in the link were measured by the person who made it.",
    "method": "In each round, every executor runs once, in a new random order. The speed-up, how many times as fast as the loop, is the median of the rounds’ ratios, so it can differ slightly from the ratio of the two medians. Its interval contains the true ratio in at least 95 of 100 cases, however long you measure. Where the sentence picks the best of several executors, it gives a wider interval (“adjusted for 6 comparisons”, for example). With repeats set to <em>auto</em>, a comparison ends when each ratio is clear or after 10 s.",
    "javascript": "Add plain JavaScript"
  },
  "log": {
    "title": "What the scripts would print",
    "about": "Each result as it arrives, and how long each complete run took."
  },
  "code": {
    "title": "A line or two makes the difference",
    "map": "A loop says <em>how</em>: take an input, do the task, take the next. <code>map(task, inputs)</code> only says <em>what</em>: do this task for all of these. It doesn’t say that they must run one after another. So whatever carries it out, the <em>executor</em>, may work on several inputs at once and return the results in the order of the inputs.",
    "marked": "Highlighted lines differ from the loop’s. The Rust code is what runs here, taken from the source.",
    "executor": "Executor",
    "rust": "Rust, as it runs here"
  },
  "speedup": {
    "title": "How far the speed-up goes",
    "forkJoinTitle": "Fork-join",
    "forkJoin": "Fork-join splits an input if its task says how. Two workers take one half each and split it again, until a part takes about a tenth of a millisecond; below that, splitting costs more than it gains. Fork-join finds this limit while it runs. Set a <em>cutoff</em> yourself to see what splitting too finely, or too little, costs.",
    "most": "From 1 worker to",
    "measure": "Measure the speed-up",
    "work": "Measures the task in your settings, if it computes.",
    "key": "Each point is the loop’s median time divided by the executor’s; the line through it is the 95% interval. Curves show Amdahl’s law, fitted where the points support it. Dashed lines show the ideal and, for a task that has one, its ceiling. Bands are predictions beyond what was measured.",
    "figures": "The chart’s figures as a table",
    "columnExecutor": "executor",
    "columnWorkers": "workers",
    "columnSpeedup": "speed-up",
    "columnInterval": "95% interval"
  },
  "stepper": {
    "title": "You are the scheduler",
    "about": "Threads that share memory take turns in an order that nobody knows. Here you decide on it: each press on a thread runs its next step. Most orders of <code>load</code>, <code>add</code>, <code>store</code> lose an update.",
    "modelTitle": "What the model leaves out",
    "model": "The model is sequentially consistent: one step at a time, and every thread sees it at once. Processors, compilers and Rust’s <code>Relaxed</code> have weaker memory models, which allow more outcomes. What goes wrong here can go wrong there, too; what is right here needs the right orderings there."
  },
  "share": {
    "title": "Save and share",
    "about": "A link with results shows yours next to those of whoever opens it. The snippet embeds these settings, with their timeline and sentence, in a page of your own. The trace opens in <a href='https://ui.perfetto.dev' rel='noreferrer'>ui.perfetto.dev</a> and in Chrome’s tracing tool.",
    "share": "Share",
    "link": "Copy link",
    "resultsLink": "Copy link with results",
    "snippet": "Copy snippet for another page",
    "json": "Copy JSON",
    "csv": "Copy CSV",
    "markdown": "Copy Markdown",
    "trace": "Save trace",
    "text": "Text to copy"
  },
  "browser": {
    "title": "This browser",
    "about": "Threads in WebAssembly need shared memory, and browsers share memory only with pages that are isolated from others.",
    "columnWhat": "feature",
    "columnHere": "here",
    "columnNotes": "what to know or do"
  },
  "instrument": {
    "examine": "Check measurement accuracy",
    "useWorkers": "Use more workers",
    "about": "Measures what drawing costs here, how much the time of one and the same loop varies, and how many workers really run at once.",
    "caption": "Measurement accuracy, as just checked; 95% intervals in brackets",
    "columnWhat": "what",
    "columnHere": "here",
    "columnMeans": "what that means"
  },
  "footer": {
    "about": "Based on “Easy Concurrency in Python”: the same work on seven executors, in Rust compiled to WebAssembly. Everything runs in your browser, in workers. No photograph is downloaded until you ask for it; the page keeps its own files for offline use. Photographs come from <a href='https://picsum.photos' rel='noreferrer'>Lorem Picsum</a>.",
    "licences": "Licences of the open-source software on this page"
  }
};

/** Of tasks and executors. The English stands beside their code, in src/. */
export const CATALOGUE = {};

/** The notes on tasks, likewise. No script shows them: they are in the page's HTML. */
export const NOTES = {};

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
    'module-late': ({ file, limit }) =>
      `${file} didn’t load within ${limit}. The server or the connection may be slow, or an extension may block it. Try again, or use a private window.`,
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
  onWorkers: ({ executor, workers }) => `${executor} on ${plural(workers, { one: 'worker', other: 'workers' })}`,

  path: {
    own: 'Now set it up yourself',
    next: ({ title }) => `Next: ${title}`,
    step: 'Be the scheduler yourself',
    stepInstead: ({ reason }) => `Two threads can’t share a counter here. ${reason} You can still step through what they would do.`,
  },

  pictures: {
    save: 'Save',
    retry: 'Retry',
    saveNamed: ({ name }) => `Save ${name}`,
    retryNamed: ({ name }) => `Retry ${name}`,
    retryAll: ({ count }) => (count === 1 ? 'Retry the failed picture' : `Retry all ${count} failed pictures`),
    photograph: ({ number, author }) => `Photograph ${number} by ${author}`,
  },

  // What tasks counted to together.
  count: {
    right: ({ count }) => `${count}, as expected`,
    wrong: ({ expected, count, lost }) => `expected ${expected}, got ${count} (${plural(lost, { one: 'update', other: 'updates' })} lost)`,
    none: ({ expected }) => `expected ${expected}, got 0`,
  },

  log: {
    ready: ({ executor, time }) => `${executor}: ready after ${time}`,
    warm: ({ executor, time }) => `${executor}: warmed up for ${time}`,
    took: ({ executor, time, total }) => `${executor}: the whole operation took ${time}${total && `: ${total}`}`,
    repeatTook: ({ executor, time, repeat, total }) => `${executor}: the whole operation took ${time} (repeat ${repeat})${total && `: ${total}`}`,
    repeatOfTook: ({ executor, time, repeat, all, total }) =>
      `${executor}: the whole operation took ${time} (repeat ${repeat} of ${all})${total && `: ${total}`}`,
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
  // Results that a link carries.
  link: {
    said: ({ cores, said }) => `Measured by the author of this link on ${plural(cores, { one: 'core', other: 'cores' })}: ${said}`,
    unsure: ({ executor, ratio }) => `${executor} ran ${ratio} as fast as the loop, which may be chance.`,
    best: ({ executor, ratio, low, high, claims }) =>
      `${executor} ran ${ratio} as fast as the loop (95% CI ${low} to ${high}, not adjusted for ${claims} comparisons).`,
    broken: 'The results in this link can’t be read, so they are left out.',
  },

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
    sometimes: ({ answer, said }) => `You guessed “${answer}”. That is right for some of the repeats: ${said}`,
    failed: 'Part of the run failed, so it doesn’t answer the question. Press your answer again.',
  },

  // What runs show whose tasks share a counter. `count`: what it came to.
  sharing: {
    counted: ({ who, count }) => `${who}: ${count}.`,
    varied: ({ repeats, least, most }) =>
      `The count varied: from ${least} to ${most} in ${plural(repeats, { one: 'repeat', other: 'repeats' })}.`,
    why: 'When two threads load the same number, both store that number plus 1, and one of the two updates is lost.',
    byChance: 'No update was lost, by chance: no thread stored a number between another’s load and store.',
    processes: 'Each process has its own memory, so each added to its own counter, and the one that is read at the end stayed at 0.',
    gil: 'Here a thread keeps the GIL for a whole task. CPython can pass it on between any two steps, so there x += 1 can lose updates even under the GIL.',
    slower: ({ threads, times, interval, why }) => `${threads === 2 ? 'Two' : threads} threads took ${times} as long as one (${interval}), ${why}.`,
    cacheLine: 'probably because the cache line with the counter moved back and forth between the cores',
    lock: 'probably because the lock moved back and forth between the cores, and a thread that found it taken had to wait',
    faster: ({ threads, times, interval }) => `${threads === 2 ? 'Two' : threads} threads ran ${times} as fast as one (${interval}).`,
    unsure: ({ threads, interval }) =>
      `The measurement isn’t precise enough to tell whether ${threads === 2 ? 'two' : threads} threads are faster or slower than one (${interval}).`,
    plain: ({ threads, times }) => `${threads === 2 ? 'Two' : threads} threads ran ${times} as fast as one.`,
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

  stepper: {
    program: 'Program',
    threads: 'Threads',
    programs: {
      'lost-update': {
        label: 'Lost update',
        about: 'Each thread adds 1 to a counter. That takes three steps: load, add, store.',
      },
      atomic: {
        label: 'Atomic addition',
        about: 'Each thread adds 1 to a counter in a single step, which nothing can come between.',
      },
      lock: {
        label: 'With a lock',
        about: 'Each thread locks the counter before it loads, adds and stores. Whoever comes second waits.',
      },
      deadlock: {
        label: 'Deadlock',
        about: 'Each thread moves 1 to the next account and locks both accounts first, beginning with its own.',
      },
      'lock-order': {
        label: 'Locks in one order',
        about: 'Each thread moves 1 to the next account and locks both accounts first, in the order of their names.',
      },
      'check-then-act': {
        label: 'Check, then act',
        about: 'There is one ticket left. Each thread checks that there is one, then takes it. Both steps are atomic; the two together aren’t.',
      },
    },
    failures: {
      lost: {
        right: ({ value }) => `All are done. The counter is ${value}: no update is lost.`,
        wrong: ({ value, expected, lost }) =>
          `All are done. The counter is ${value}, not ${expected}: ${plural(lost, { one: 'update', other: 'updates' })} lost.`,
        odds: ({ wrong, all }) => `${wrong} of ${all} interleavings lose an update.`,
        none: ({ all }) => `None of the ${all} interleavings loses an update.`,
      },
      oversold: {
        right: () => 'All are done. The ticket is sold once.',
        wrong: ({ value }) => `All are done. The last ticket is sold more than once: tickets is ${value}.`,
        odds: ({ wrong, all }) => `${wrong} of ${all} interleavings sell it more than once.`,
        none: ({ all }) => `None of the ${all} interleavings sells it more than once.`,
      },
      deadlock: {
        right: () => 'All are done. No money is lost.',
        wrong: () => 'Deadlock: no thread can go on.',
        odds: ({ wrong, all }) => `${wrong} of ${all} interleavings end in a deadlock.`,
        none: ({ all }) => `None of the ${all} interleavings ends in a deadlock.`,
      },
    },
    likeYours: ({ wrong, all }) => `Of those that begin like yours: ${wrong} of ${all}.`,
    thread: ({ thread }) => `Thread ${thread}`,
    next: ({ thread }) => `Next step of ${thread}`,
    done: ({ thread }) => `${thread} is done`,
    waits: ({ thread, cell, owner }) => `${thread} waits for ${cell}, locked by ${owner}`,
    mustWait: ({ thread, cell, owner }) => `${thread} waits for ${cell}, locked by ${owner}.`,
    registers: ({ thread }) => `Variables of thread ${thread}`,
    memory: 'Shared memory',
    cell: 'variable',
    value: 'value',
    owner: 'locked by',
    nobody: 'nobody',
    back: 'Back',
    forward: 'Forward',
    restart: 'Restart',
    showWrong: 'Show a shortest one',
    real: 'Run it for real',
    fullPage: 'Full page',
    keys: 'Keys: A, B, C take that thread’s next step, ← and → go back and forward. Where your path ends, forward takes the shortest way that goes wrong.',
    begin: 'You are the scheduler: press a thread, and it takes its next step.',
    backAt: ({ step }) => `Back at step ${step}.`,
    backAtStart: 'Back at the start.',
    steps: {
      load: ({ thread, cell, to, value }) => `${thread} loads ${cell}: ${to} is ${value}.`,
      add: ({ thread, to, value }) => `${thread} adds 1: ${to} is ${value}.`,
      store: ({ thread, cell, value }) => `${thread} stores ${value} in ${cell}.`,
      'fetch-add': ({ thread, cell, before, value }) => `${thread} changes ${cell} from ${before} to ${value}, in one step.`,
      check: ({ thread, cell, before }) => `${thread} finds ${before} in ${cell} and goes on.`,
      'check-failed': ({ thread, cell, before }) => `${thread} finds ${before} in ${cell} and is done.`,
      transfer: ({ thread, from, to }) => `${thread} moves 1 from ${from} to ${to}.`,
      lock: ({ thread, cell }) => `${thread} locks ${cell}.`,
      unlock: ({ thread, cell }) => `${thread} unlocks ${cell}.`,
    },
    holds: ({ thread, holds, waitsFor }) => `${thread} holds ${holds} and waits for ${waitsFor}.`,
    map: ({ odds, path }) => `Map of all interleavings. ${odds} Your path: ${path}.`,
    mapAtStart: ({ odds }) => `Map of all interleavings. ${odds} You are at the start.`,
    cycle: 'Solid arrows lead from a lock to the thread that holds it, dashed ones from a thread to the lock that it waits for.',
    key: { open: 'can still end right', doomed: 'goes wrong, whatever follows', own: 'your path' },
    problems: {
      step: ({ given, choices }) => `step=${given} is none of ${choices}; it is left out.`,
      threads: ({ given, fewest, most }) => `threads=${given} is not a number from ${fewest} to ${most}; it is left out.`,
      path: ({ given }) => `path=${given} isn’t a way through this program; it is left out.`,
    },
  },
};
