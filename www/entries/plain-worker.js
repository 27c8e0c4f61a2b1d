// The entry of every worker whose module shares no memory.

import { initSync, IsolatedWorker, Run } from '../plain/easy_concurrency.js';
import { serve } from './worker.js';

serve({ initSync, Run, IsolatedWorker });
