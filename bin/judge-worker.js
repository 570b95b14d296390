// The script of a worker thread: see src/jobs/judge-worker.ts.
import {load} from './load.js'

load('program/jobs/judge-worker.cjs')
