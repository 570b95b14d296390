// Fits a classifier on a thread of its own: workerData holds what fitClassifier takes, and what it gives is posted.
import {parentPort, workerData} from 'node:worker_threads'
import {fitClassifier} from './fit-classifier.js'

parentPort.postMessage(fitClassifier(workerData))
