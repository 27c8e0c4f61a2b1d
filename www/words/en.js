// Everything that the page says, in English. Each text is a string, or a function of its named parts.

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

/** Needed from the first run on. */
export const FIRST = {};

/** Needed by what is further down the page. */
export const LATER = {};
