export {judges} from './judges.js'
export {runPolicies} from './run-policies.js'
