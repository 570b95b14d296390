/**
 * The pattern language: how a pack says what a sentence must hold.
 *
 * Words are compared by stem (Porter 2), whatever their case, with curly quotes straightened and hyphens as spaces,
 * so `leading question` meets "leading questions" and `child on child` meets "child-on-child".
 *
 *     refer                    a word, by stem
 *     child protection plan    words that follow each other
 *     escalat*                 a word that begins so
 *     LADO                     two to six capitals: that word in capitals only
 *     =may                     that very word, not its stem ("may" but not "mays"; "harmed" but not "harm")
 *     @consent                 a class of the lexicon (src/packs/england/lexicon.yaml), any of its alternatives
 *     (a | b c | @d)           alternatives
 *     a .. b                   a, then b, with any words between, in one sentence
 *     a ..4 b                  the same with at most four words between
 *     a & b                    both in the sentence, in any order
 *     !a                       (between &) a is not in the sentence
 *     ~a                       a stands under a negation ("do not a", "never a", "rather than a", list under "Don't:")
 *     ^a                       a does not stand under a negation
 *     #a                       a is in the sentence, or in its lead-in or the headings above it
 *
 * `&` binds loosest, then `..`, then plain sequence; `|` separates whole patterns inside brackets.
 * A list item is judged with its lead-in before it; a table row with its header cells.
 */
export {}
