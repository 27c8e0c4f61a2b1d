// The entry of every worker whose module shares no memory.

import { Coordinator, initSync, IsolatedWorker } from '../plain/easy_concurrency.js';
import { serve } from './worker.js';

serve({ initSync, Coordinator, IsolatedWorker });
