// The shapes that travel between the page's modules, and between the page and a coordinator worker.

import type { EXECUTORS, TASKS } from '../settings/catalogue.js';

/** What is described in `src/task/` and `src/executor/`; the build makes `catalogue.js` of it. */
export type TaskName = (typeof TASKS)[number]['name'];
export type ExecutorName = (typeof EXECUTORS)[number]['name'];
/** `javascript` is no executor of the address: it is the extra row that is run on request. */
export type RunnerName = ExecutorName | 'javascript';
export type Flavour = 'plain' | 'threads';

/** When a parameter says something: another, or `executor`, has a value or hasn't; the task computes; it takes longer the bigger
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
  /** What a warning adds where it says nothing. */
  otherwise: string;
  /** Up to where an address may start a run by itself. */
  linkUpTo: number | null;
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
  inputs: { first: number; count: string; name: string };
  gives: 'numbers' | { pictures: Gallery };
  work: readonly (readonly [string, readonly When[]])[];
  more: string;
  workers: number | null;
  /** How its results are summed up, in words with `{}` for the number. */
  total: 'none' | { sum: string } | { count: string };
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
/** Why a series was repeated no more often: as asked for; its figure was sure; enough time was spent; two are enough of
 * what is long; no more are made; nothing came of it; the others that it ran beside were over. */
export type Stop = 'asked' | 'sure' | 'spent' | 'long' | 'most' | 'empty' | 'beside';

/** How many times as fast, with the 95% interval; that is null where one side has a single time. */
export interface Ratio {
  value: number;
  low: number | null;
  high: number | null;
}

/** The loop's times that a series is compared with. */
export interface Beside {
  timesMs: number[];
  /** Each was measured next to the series' own of the same number. */
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

/** What a coordinator is asked to do, with a value for each parameter that says something beside the others. */
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

/** A bar that knows its input. */
export interface Block extends Bar {
  input: number;
}

/** `note`: what is to be said of a picture. */
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
  /** `prepaidMs`: how much of the start-up had been done before the run began. The page knows that. */
  | { type: 'ready'; startupMs: number; prepaidMs?: number; flavour: Flavour }
  | { type: 'warm'; warmupMs: number }
  /** What is known of its inputs before they are done: as in a record. */
  | { type: 'parts'; sizes: number[]; halves: Halves | null }
  | { type: 'started'; index: number; lane: number; atMs: number }
  | {
      type: 'finished';
      index: number;
      atMs: number;
      value: Value | null;
      error: string | null;
      blob: Blob | null;
      span: Bar | null;
    }
  | { type: 'spans'; spans: (Bar & { index: number })[] }
  | { type: 'report'; timeMs: number; results: (Value | null)[] }
  /** `file`: the address of the page's own file that could not be loaded. */
  | { type: 'fault'; message: string; file?: string | null };

/** One executor's part of a run: its job, and how often it is repeated. */
export interface Series {
  job: Job;
  repeats: Repeats;
}

export type Purpose = 'run' | 'compare' | 'retry' | 'sweep';

/** A run: its series, one after the other, or each in turn with the first, which is the loop. */
export interface Plan {
  purpose: Purpose;
  series: Series[];
  inTurn: boolean;
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
  /** A repeat comes next: what is drawn for it is drawn before it begins. */
  | { type: 'repeat'; series: number; repeat: number }
  /** It begins now. */
  | { type: 'started-repeat'; series: number; repeat: number }
  /** After a report: how many repeats there will be, as far as can be told. */
  | { type: 'measured'; series: number; repeat: number; expected: number }
  /** `beside`: what it is compared with; null if it ran alone. */
  | { type: 'series-end'; series: number; repeat: number; stop: Stop | null; beside: Beside | null }
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
  /** Each parameter of the task and the executor that says something beside the others. */
  parameters: { [name: string]: number | string };
  repeats: number;
  /** Why there were no more; null if the run broke off. */
  stop: Stop | null;
  /** What it cost to make the executor ready. */
  startupMs: number | null;
  /** How much of that had been done before the run began. */
  prepaidMs: number | null;
  warmupMs: number | null;
  timesMs: number[];
  beside: Beside | null;
  /** How many times as fast as the loop beside it. */
  ratio: Ratio | null;
  summary: Summary | null;
  results: (Value | null)[];
  /** What they come to together, where the task says how. */
  total: number | null;
  failures: { repeat: number; input: number; error: string }[];
  spans: SpanRecord[];
  environment: Environment;
}

/** A finished run with what the page knows besides. */
export interface Entry {
  record: RunRecord;
  job: Job;
  /** The tab was hidden at some time of the run. */
  hidden: boolean;
  fault: string | null;
  /** The page's own file that could not be loaded, which is why it broke. */
  file: string | null;
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
