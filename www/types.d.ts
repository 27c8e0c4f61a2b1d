// The shapes that travel between the page's modules, and between the page and a coordinator worker.

export type TaskName = 'fib' | 'pictures';
export type ExecutorName = 'loop' | 'map' | 'gil' | 'threads' | 'fork-join' | 'processes' | 'async';
/** `javascript` is no executor of the address: it is the extra row that is run on request. */
export type RunnerName = ExecutorName | 'javascript';
export type Flavour = 'plain' | 'threads';

/** What the address and the form say: every parameter with a value that can be used. */
export interface Setup {
  task: TaskName;
  executor: ExecutorName;
  n: number;
  count: number;
  width: number;
  height: number;
  workers: number;
  repeats: number;
  cutoff: number;
  order: 'longest-first' | 'ascending';
  chunks: 'one' | 'auto';
  source: 'picsum' | 'simulated';
  latency: number;
  failures: number;
  seed: number;
  timeout: number;
}

/** What a coordinator is asked to do. */
export interface Job {
  task: TaskName;
  executor: RunnerName;
  inputs: number[];
  workers: number;
  cutoff: number;
  order: 'longest-first' | 'ascending';
  chunks: 'one' | 'auto';
  source: 'picsum' | 'simulated';
  width: number;
  height: number;
  latency: number;
  failures: number;
  seed: number;
  timeout: number;
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

export type Value = number | { bytes: number; type: string };

export interface Summary {
  minMs: number;
  medianMs: number;
  meanMs: number;
  stddevMs: number;
  maxMs: number;
}

/** What a coordinator says, in order. */
export type Message =
  | { type: 'loaded' }
  | { type: 'ready'; startupMs: number; flavour: Flavour }
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
  | { type: 'report'; timeMs: number; results: (Value | null)[]; summary: Summary }
  | { type: 'fault'; message: string };

/** One executor's part of a run: its job, and how often it is repeated. */
export interface Series {
  job: Job;
  repeats: number;
}

/** Which series repeats next; `last` ends its coordinator afterwards. */
export interface Step {
  series: number;
  last: boolean;
}

export type Purpose = 'run' | 'compare' | 'retry' | 'sweep';

/** A run: the series in it and the order of their repeats. */
export interface Plan {
  purpose: Purpose;
  series: Series[];
  steps: Step[];
}

export type Outcome = 'done' | 'failed' | 'cancelled';

/** The one ordered stream that everything on the page draws from. */
export type RunEvent =
  | { type: 'begin'; plan: Plan }
  | (Message & { series: number; repeat: number })
  | { type: 'repeat'; series: number; repeat: number }
  | { type: 'series-end'; series: number; repeat: number }
  | { type: 'end'; cancelled: boolean };

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
  repeats: number;
  startupMs: number | null;
  timesMs: number[];
  summary: Summary | null;
  results: (Value | null)[];
  failures: { repeat: number; input: number; error: string }[];
  spans: SpanRecord[];
  environment: Environment;
}

/** A finished run with what the page knows besides. */
export interface Entry {
  record: RunRecord;
  job: Job;
  /** Times of the loop that were measured in turn with this run's. */
  besideMs: number[];
  /** The tab was hidden at some time of the run. */
  hidden: boolean;
  fault: string | null;
}
