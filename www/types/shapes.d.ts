// The shapes that travel between the page's modules, and between the page and a coordinator worker.

import type { EXECUTORS, TASKS } from '../settings/catalogue.js';
import type { Facts } from '../statistics/facts.js';
import type { Work } from '../statistics/work.js';

/** What is described in `src/task/` and `src/executor/`; the build makes `catalogue.js` of it. */
export type TaskName = (typeof TASKS)[number]['name'];
export type ExecutorName = (typeof EXECUTORS)[number]['name'];
/** `javascript` is no executor of the address: it is the extra row that is run on request. */
export type RunnerName = ExecutorName | 'javascript';
export type Flavour = 'plain' | 'threads';

/** When a parameter applies: another, or `executor`, has a value or hasn't; the task computes; it takes longer the bigger
 * its input. */
export type When = { is: readonly [string, string] } | { not: readonly [string, string] } | 'computes' | 'grows';

export interface Parameter {
  name: string;
  label: string;
  /** `auto`: it may be that, and is if nothing is said. */
  number?: { min: number; max: number; initial: number; fraction: boolean; auto: boolean };
  /** Each with its label; the first is the initial one. */
  choices?: readonly (readonly [string, string])[];
  when: readonly When[];
  /** What a warning adds where it doesn't apply. */
  otherwise: string;
  /** The highest value with which an address starts a run by itself. */
  linkUpTo: number | null;
  /** How the time of a run grows with it. */
  growth: 'none' | 'proportional' | { exponential: number };
  apartFromWork: boolean;
  seed: boolean;
}

/** How pictures are shown: the parameters with their size, what they are, and where they are parts of one picture, the parameter
 * with the number of them in a row. */
export interface Gallery {
  size: readonly [string, string];
  about: readonly (readonly [string, readonly When[]])[];
  columns: string | null;
}

/** In words, `{name}` stands for a parameter's value, `{name|one|many}` for it with the word that fits, `{}` for the input. */
export interface Task {
  name: TaskName;
  label: string;
  kind: 'computes' | 'computesLonger' | 'waits';
  parameters: readonly Parameter[];
  /** About how long a loop takes with the defaults. */
  loopMs: number;
  inputs: { first: number; count: string; name: string };
  gives: 'numbers' | { pictures: Gallery };
  work: readonly (readonly [string, readonly When[]])[];
  more: string;
  workers: number | null;
  /** How its results are summed up, in words with `{}` for the number. */
  total: 'none' | { sum: string } | { count: string } | { shared: string };
  /** Seconds by executor in the article, and what of. */
  article: { of: string; seconds: readonly (readonly [string, number])[] } | null;
  ceiling: readonly [number, string] | null;
  /** A way on where nothing succeeded, and the page's own file that all hangs on after it. */
  rescue: { when: When; problem: string; offer: string; set: readonly [string, string]; file: string | null } | null;
  splits: boolean;
  /** Each input is what it is however many there are. */
  extends: boolean;
}

export interface Executor {
  name: RunnerName;
  label: string;
  about: string;
  flavour: Flavour;
  /** Whether as many tasks are under way at once as there are workers. */
  pool: boolean;
  /** Whether these compute at the same time. */
  parallel: boolean;
  /** It does tasks only that can be split. */
  splits: boolean;
  /** It does this task only. */
  only?: string;
  parameters: readonly Parameter[];
}

/** Each part that can be split, with its two halves and its own size. */
export type Halves = readonly (readonly [part: number, left: number, right: number, size: number])[];

/** How often a series is repeated: so many times, or until its figure is sure. */
export type Repeats = number | 'auto';
/** Why a series was repeated no more often: as asked for; its figure was sure; the time was spent; three rounds would take too long; no
 * more are made; nothing came of it. */
export type Stop = 'asked' | 'sure' | 'spent' | 'slow' | 'most' | 'empty';

/** How many times as fast, with its 95% interval; that is null where there are fewer than three rounds. */
export interface Ratio {
  value: number;
  low: number | null;
  high: number | null;
}

/** The loop's times that a series is compared with. */
export interface Beside {
  timesMs: number[];
  /** Each was measured in the same round as the series' own of the same number. */
  inTurn: boolean;
}

/** What the address and the form say: every parameter of every task and executor with a value that can be used. */
export interface Setup {
  task: TaskName;
  executor: ExecutorName;
  workers: number;
  repeats: Repeats;
  [parameter: string]: number | string;
}

/** What a coordinator is asked to do, with a value for each parameter that applies. */
export interface Job {
  task: TaskName;
  executor: RunnerName;
  inputs: number[];
  workers: number;
  [parameter: string]: number | string | number[];
}

export interface Wait {
  for: 'lock' | 'io';
  startMs: number;
  endMs: number;
}

export interface Bar {
  lane: number;
  startMs: number;
  endMs: number;
  waits: Wait[];
}

/** Why something went wrong. `cause` is what the browser, a panic or a task said itself. `FIRST.faults` has the words. */
export type Fault =
  | { code: 'no-answer' | 'broke-off'; url: string; cause: string }
  | { code: 'error-status'; url: string; status: number; text: string }
  | { code: 'rate-limited'; url: string; status: number; retryAfterMs?: number }
  | { code: 'backed-off'; url: string; retryAfterMs: number }
  | { code: 'timed-out'; url: string; limitMs: number }
  | { code: 'too-short' | 'empty-answer'; url: string }
  | { code: 'not-a-picture'; url: string; mediaType: string }
  | { code: 'task-failed' | 'panicked' | 'thrown' | 'out-of-memory' | 'page-broke'; cause: string }
  | { code: 'threads-not-started' | 'worker-not-started' | 'worker-broke'; cause: string }
  | { code: 'worker-died' | 'unfinished'; fault: Fault }
  | { code: 'no-such-task' | 'no-such-executor'; name: string }
  | { code: 'not-ready'; executor: string; limitMs: number }
  | { code: 'script-late'; file: string; limitMs: number }
  /** The browser lets the page start no worker, or no more. */
  | { code: 'no-worker'; cause: string }
  /** `file`: the address of the page's own file that could not be loaded. */
  | { code: 'script-not-loaded'; file: string }
  | { code: 'module-not-loaded'; file: string; cause: string }
  | { code: 'module-late'; file: string; limitMs: number }
  | { code: 'module-status'; file: string; status: number }
  | { code: 'module-type'; file: string; type: string }
  | { code: 'nothing-came' | 'not-shown' }
  | { code: 'lost' | 'no-room-for-stacks' | 'not-splittable' | 'needs-browser' | 'message-unreadable' | 'ended' };

/** Why a parameter's value can't be used. `given`: what was given for it, where that matters. */
export type Problem =
  | { code: 'repeated'; name: string }
  | { code: 'empty'; name: string }
  /** It doesn't apply beside another parameter's value; `otherwise`: what its description adds. */
  | { code: 'misfit'; name: string; given: string | null; task: TaskName; beside: readonly [string, unknown]; otherwise: string }
  | { code: 'no-choice'; name: string; given: string; choices: string[] }
  | { code: 'no-number'; name: string; given: string; fraction: boolean; auto: boolean }
  | { code: 'out-of-range'; name: string; given: string; min: number; max: number };

/** What is said of an address: `fallback` is used instead. */
export type Warning = (Problem & { fallback: string | number }) | { code: 'unknown'; name: string; meant: string } | { code: 'run-repeated' };

/** Why an address starts no run by itself: a parameter's value, or the time that all would take. */
export type TooMuch = { code: 'value'; task: TaskName; name: string; value: number; limit: number } | { code: 'time'; ms: number; limitMs: number };

/** What this browser and host give. */
export interface Facts {
  wasm: boolean;
  secure: boolean;
  isolated: boolean;
  /** `SharedArrayBuffer` exists. */
  sharedMemory: boolean;
  /** The engine takes a module with shared memory. */
  wasmThreads: boolean;
  /** `unneeded`: a server on this machine isolates the page. */
  serviceWorker: 'unsupported' | 'refused' | 'unneeded' | 'waiting' | 'active';
  /** The page has reloaded once to become isolated. */
  reloaded: boolean;
  /** Another page shows it in a frame. */
  framed: boolean;
}

/** Whether threads in shared memory can run here, and why. `reload`: they can, once the page has reloaded. */
export interface SharedMemory {
  code:
    | 'works' | 'after-reload' | 'no-wasm' | 'no-wasm-threads' | 'not-secure' | 'switched-off' | 'framed' | 'service-worker-blocked'
    | 'headers-missing';
  able: boolean;
  reload: boolean;
}

/** A bar that knows its input. */
export interface Block extends Bar {
  input: number;
}

/** `note`: a picture's remark for the log, a code with a value. */
export type Value = number | { bytes: number; type: string; note?: string };

/** What the times of a series come to. */
export interface Summary {
  minMs: number;
  medianMs: number;
  meanMs: number;
  stddevMs: number;
  maxMs: number;
}

/** What a coordinator says, in order. */
export type Message =
  /** `prepaidMs`: how much of the start-up had been done before the run began. `sharedMs`: how much of it serves all executors on
   * the same workers. */
  | { type: 'ready'; startupMs: number; prepaidMs: number; sharedMs: number; flavour: Flavour }
  | { type: 'warm'; warmupMs: number }
  /** What is known of its inputs before they are done: as in a record. */
  | { type: 'parts'; sizes: number[]; halves: Halves | null }
  | { type: 'started'; index: number; lane: number; atMs: number }
  | {
      type: 'finished';
      index: number;
      atMs: number;
      value: Value | null;
      fault: Fault | null;
      blob: Blob | null;
      span: Bar | null;
    }
  | { type: 'spans'; spans: (Bar & { index: number })[] }
  /** `sharedTotal`: what all inputs left in what they share, if they share anything. */
  | { type: 'report'; timeMs: number; results: (Value | null)[]; sharedTotal?: number | undefined }
  /** `by`: the executor that was at work, if it is another one on the same workers. */
  | { type: 'fault'; fault: Fault; by?: RunnerName };

/** One executor's part of a run: its job, how often it is repeated, and what was measured of it before, if this goes on with that. */
export interface Series {
  job: Job;
  repeats: Repeats;
  earlier?: RunRecord;
}

export type Purpose = 'run' | 'compare' | 'retry' | 'sweep';

/** A run: its series, in rounds. Unless there is only one, the first is the loop. */
export interface Plan {
  purpose: Purpose;
  series: Series[];
  /** What was pressed. */
  action?: string;
  /** It stands for itself: what has run before of the same work is not shown beside it. */
  alone?: boolean;
}

export type Outcome = 'done' | 'failed' | 'cancelled';

/** The one ordered stream that everything on the page draws from. */
export type RunEvent =
  | { type: 'begin'; plan: Plan }
  | (Message & { series: number; repeat: number })
  /** Its workers start. */
  | { type: 'starting'; series: number; repeat: number }
  /** A repeat comes next: what is drawn for it is drawn before it begins. `share`: how much of the run is over before and after it.
   * `leftMs`: how long the run still takes, if that is known. */
  | { type: 'repeat'; series: number; repeat: number; share: readonly [number, number]; leftMs: number | null }
  /** It begins now. */
  | { type: 'started-repeat'; series: number; repeat: number }
  /** `looks`: how often one looked at what was known. `beside`: what it is compared with; null if it ran alone. */
  | { type: 'series-end'; series: number; repeat: number; looks: number; stop: Stop | null; beside: Beside | null }
  | { type: 'end'; cancelled: boolean };

/** What is kept for use offline. */
export type Kept = 'all' | 'not yet' | 'used' | 'failed';

export interface SpanRecord extends Bar {
  repeat: number;
  input: number;
}

export interface Environment {
  userAgent: string;
  cores: number;
  crossOriginIsolated: boolean;
  timerResolutionMs: number;
  flavour: Flavour | null;
}

/** A finished run, as `window.runs` and "Copy JSON" give it. */
export interface RunRecord {
  task: TaskName;
  executor: RunnerName;
  workers: number;
  inputs: number[];
  /** How big each input is: the bigger, the longer it takes. */
  sizes: number[];
  /** How the inputs split; null where nobody said, or they split into too many to list. */
  halves: Halves | null;
  /** Each parameter of the task and the executor that applies. */
  parameters: { [name: string]: number | string };
  repeats: number;
  /** Why there were no more; null if the run broke off. */
  stop: Stop | null;
  /** What it cost to make the executor ready. */
  startupMs: number | null;
  /** How much of that had been done before the run began. */
  prepaidMs: number | null;
  /** How much of it serves all executors on the same workers. */
  sharedMs: number | null;
  warmupMs: number | null;
  timesMs: number[];
  beside: Beside | null;
  /** How many times as fast as the loop beside it: the median of the rounds' ratios. */
  ratio: Ratio | null;
  /** How often one looked at it, to decide whether to go on: its interval holds all the same. */
  looks: number;
  summary: Summary | null;
  results: (Value | null)[];
  /** What they come to together, where the task says how. */
  total: number | null;
  /** What each repeat's inputs left in what they share; empty where they share nothing. */
  sharedTotals: number[];
  /** `error`: the fault in words, in a record that has left the page. */
  failures: { repeat: number; input: number; fault: Fault; error?: string }[];
  /** What the spans of each repeat came to; null where there were none. Like `work` and `spans`, empty once the run is an old one. */
  facts: (Facts | null)[];
  /** What predictions take: the work of a few repeats in which nothing failed, the nearest to the median first. */
  work: Work[];
  /** Those of the repeat that is shown, the nearest to the median, and of the last one. */
  spans: SpanRecord[];
  environment: Environment;
}

/** A finished run with what the page knows besides. */
export interface Entry {
  record: RunRecord;
  job: Job;
  /** The tab was hidden at some time of the run. */
  hidden: boolean;
  /** Why it broke off, if it did. */
  fault: Fault | null;
}

/** A result that a link carries. What isn't known is null: the links of earlier versions have times alone. */
export interface FriendRow {
  executor: RunnerName;
  workers: number;
  medianMs: number;
  besideMs: number | null;
  low: number | null;
  high: number | null;
}

/** What a link with results carries. */
export interface Friend {
  /** The work that was done. */
  key: string;
  cores: number;
  rows: FriendRow[];
}
