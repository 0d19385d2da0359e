/** Reading: how teachers name it. */
import { type Concept, concept } from '../concept.ts';

export const readingConcepts: readonly Concept[] = [
  concept(
    'words-correct',
    /\b(?:wcpm|cwpm|wcm|orf)\b|\b(?:oral )?reading fluency\b|\bwords? correct(?:ly)? (?:per|a|in|\/)|\bcorrect words\b|\bwords (?:read )?correctly per\b|\bpalabras (?:correctas|por minuto)\b|\bpassage fluency\b|\bcold reads?\b|\bfluency passage\b|\bwpm\b/i,
    'rate-of',
  ),
  concept('digits-correct', /\b(?:dcpm|dc\/min|digits? correct|correct digits|digits?\/min|digits per)\b/i, 'rate-of'),
  concept(
    'letter-sounds-rate',
    /\b(?:lsf|letter[- ]sound fluency|letter sounds?(?: correct)? ?(?:\/|per)|correct letter sounds? per|sounds correct)\b|\bclspm\b/i,
    'rate-of',
  ),
  concept('literal', /\bliteral\b|\bwho ?[/,] ?what\b|\bin the text questions\b|\bright there\b/i, 'question'),
  concept('inferential', /\binferen\w*|\binfer\b|\bimplicit\b|\bhow do you know\b|\bwhy ?\/ ?how\b/i, 'question'),
  concept('main-idea', /\bmain idea\b|\bcentral idea\b|\bidea principal\b/i, 'question'),
  concept('vocabulary', /\bvocab\w*|\bword meanings?\b|\bdefin(?:e|itions?)\b/i, 'question'),
  concept('sequence', /\bsequenc\w*|\border of events\b/i, 'question'),
  concept('retell', /\bretell\w*|\bretold\b|\brecount\w*/i, 'question'),
  concept(
    'comprehension',
    /\bcomp(?:rehension|reh)?\b|\bcomprension\b|\bquestions about (?:the|a) (?:text|passage|story)\b|\bwh[- ]questions?\b/i,
  ),
  concept(
    'reading-level',
    /\breading level\b|\b(?:instructional|guided reading|independent) (?:reading )?level\b|\btext level\b|\brunning records?\b|\bnivel de lectura\b|\bgrl\b/i,
  ),
  concept(
    'sight-words',
    /\bhigh[- ]frequency words?\b|\bhfw\b|\bsight words?\b|\bdolch\b|\bfry (?:words|list)\b|\bpalabras (?:de (?:uso )?)?frecuentes?\b|\blista de (?:\d+ )?palabras\b|\btrick words\b|\bheart words\b|\bred words\b|\bsnap words\b|\bpopcorn words\b/i,
    'word-set',
  ),
  concept('nonsense-words', /\bnonsense words?\b|\bnwf\b|\bpseudo-?words?\b|\bmake[- ]believe words\b/i, 'syllable'),
  concept('cvc', /\bcvc\b(?!e)|\bshort[- ]vowel words?\b|\bclosed syllables?\b/i, 'syllable'),
  concept('cvce', /\bcvce\b|\b(?:silent|magic|bossy|final)[- ]e\b|\bvce\b/i, 'syllable'),
  concept('vowel-teams', /\bvowel (?:teams?|digraphs?|pairs?)\b/i, 'syllable'),
  concept('r-controlled', /\br[- ]controlled\b|\bbossy r\b/i, 'syllable'),
  concept('digraphs', /\bdigraphs?\b(?! vowel)/i, 'syllable'),
  concept('blends', /\b(?:consonant )?blends?\b(?!ing)|\bclusters?\b/i, 'syllable'),
  concept(
    'multisyllabic',
    /\bmulti-?syllab\w*|\b(?:two|three|2|3)[- ]syllable\b|\bpolysyllabic\b|\blong words\b|\bsyllable division\b/i,
    'syllable',
  ),
  concept('decoding', /\bdecod\w*|\bphonics\b|\bword attack\b|\bsound(?:ed|ing|s)? out\b|\bword reading\b/i),
  concept('segmenting', /\bsegment\w*|\bpsf\b/i, 'phonemic'),
  concept('blending', /\bblending\b|\bblended\b|\bblend(?:s)? (?:sounds|phonemes)\b/i, 'phonemic'),
  concept('rhyming', /\brhym\w*/i, 'phonemic'),
  concept('deletion', /\b(?:phoneme )?delet\w+|\bmanipulat\w+/i, 'phonemic'),
  concept(
    'letter-names',
    /\bletter[- ]nam\w+|\bname(?:s|d)?(?: the| of)? letters\b|\blnf\b|\bnames? (?:of )?(?:all )?(?:\d+ )?(?:upper|lower|letters)\b|\bnames\b(?= \d)|\bidentif\w+ letters\b|\bletter id\w*|\bnombres? de (?:las )?letras\b/i,
    'letters',
  ),
  concept(
    'letter-sounds',
    /\b(?:letter|consonant|vowel|lowercase|alphabet)[- ]sounds?\b|\blsf\b|\bsounds? of (?:the )?(?:letters|\d)|\bsounds\b(?= \d)|\bgive (?:the |\d+ )?sounds?\b|\bsonidos? de (?:las )?letras\b/i,
    'letters',
  ),
  concept('uppercase', /\bupper-?case\b|\bcapital letters\b|\bcaps\b(?! ok)/i, 'case'),
  concept('lowercase', /\blower-?case\b|\bsmall letters\b/i, 'case'),
  concept('print-concepts', /\bconcepts (?:of|about) print\b/i),
  concept('in-english', /\b(?:in )?english\b|\bingl[eé]s\b/i, 'language'),
  concept('in-spanish', /\b(?:in )?spanish\b|\bespañol\b|\bespanol\b|\bcastellano\b/i, 'language'),
];
