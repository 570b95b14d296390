import type {Expected} from '../model/finding.js'
import type {RoleHolder} from '../model/organisation.js'
import type {RoleNamed} from '../model/requirement.js'

/** What the organisation's own register says of the holder of a post, as a finding tells it. */
export function expectedHolder(role: RoleNamed['role'], {name, phone, email}: RoleHolder): Expected {
  return {
    fact: `organisation.roles.${role}`,
    value: [name, phone, email].filter(Boolean).join(', '),
    source: {title: 'organisation profile', url: null, verifiedOn: null},
  }
}
