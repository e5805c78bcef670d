/**
 * Words that occur in questions about anything. They are searched, but match by chance, and since they are rare in
 * our texts, they would count most. In a file of their own, because browsers do not load this list: the
 * index contains the words that it needs.
 */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  (
    "able about across actually after again ago all allowed almost already also although always another " +
    "any anymore anyone anything anyway anywhere apparently around asked asking away bad basically " +
    "because before being believe best better between bit both bring brought came certain clear come " +
    "comes completely day done else enough especially even ever every everyone everything exactly far " +
    "feel few finally fine fix found gave get gets getting give go goes going gone good got great guess " +
    "guy happen happened happens hear heard hello help hey hi hope idea instead into issue just keep " +
    "keeps kind know known last later least let like little look looked looking looks lot lots made make " +
    "makes many maybe mean means meant might mine more most much must myself nearly need needed needs " +
    "never next nice nobody none nothing now ok okay once one only onto other others otherwise ought over " +
    "own people per perhaps person point possible possibly pretty probably problem put question questions " +
    "quite rather real really reason reasons recently right said same say says see seem seems seen " +
    "several shall show shows simply since solve some somebody someone something sometimes somewhere soon " +
    "sorry sort started stay still stuff such suddenly suppose supposed sure take taken takes talk " +
    "talking tell tells thanks thing things though thought through time times today together told too " +
    "took totally toward tried try trying turn turned turns twice under understand until up upon use used " +
    "uses using usually various very want wanted wants way well went whatever whether while whole within " +
    "wonder wondering word words work worked working works worry year years yes yesterday yet"
  ).split(" "),
);

/**
 * Everyday words that resemble a word of our texts, but are no slip of it: "fried in the storm" is not "friend in the
 * store". Only those that the site does not use go into the index.
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  (
    "auction barely blind blink blinking bootcamp bored bright brother burned burnt cheers closet " +
    "colleague court crate cried decade desks dozen drove dying estate fastest fired flower fried gamer " +
    "garden guilt harder hardest iphone keyboard keyset kicked large laying light loop loops lower march " +
    "modem monday monitor mounted movie movies newest niece night nights north novice oldest orange " +
    "outdated passkey passkeys plane police postal previously pricey printer rarely regards scared " +
    "shipped shipping silver slack slots smart someday sound spring steam stepson storm struck sunday " +
    "surge tablet threw throughout thrown tired tower towers truck wakes waking waste wasted water " +
    "weekend whomever widow winter wired woken workshop worthless worthy"
  ).split(" "),
);
