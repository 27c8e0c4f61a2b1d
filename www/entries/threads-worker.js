// The entry of every worker whose module shares its memory with others.

import { Coordinator, initSync, wbg_rayon_start_worker as runThread } from '../threads/easy_concurrency.js';
import { serve } from './worker.js';

serve({ initSync, Coordinator, runThread });
