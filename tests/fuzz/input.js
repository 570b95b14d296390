import {chances} from './chances.js'
import {nothingPolluted} from './laws.js'
import {openSorts} from './sorts.js'

/**
 * Gives what makes and tries the inputs of a seed. Input number N is the same in every run. With `quick` they are
 * smaller, and those that take long are seldom.
 */
export async function openInputs(seed, quick = false) {
  const sorts = await openSorts()
  const drawn = sorts.flatMap((sort) => Array(quick ? (sort.quick ?? sort.weight) : sort.weight).fill(sort))
  const made = (number) => {
    const chance = chances(seed, number, quick ? 4000 : 200_000)
    const sort = chance.pick(drawn)
    return {sort, files: sort.make(chance), chance}
  }
  return {
    /** The files of an input and what is done with them. */
    show(number) {
      const {sort, files} = made(number)
      return {sort: sort.name, files}
    },
    /** Does with an input what the program does. Raises an error where a law is broken or the program fails. */
    async attempt(number) {
      const {sort, files, chance} = made(number)
      await sort.use(files, chance)
      nothingPolluted()
      return sort.name
    },
  }
}
