/** Speech and language: how teachers name it. */
import { type Concept, concept } from '../concept.ts';

export const speechConcepts: readonly Concept[] = [
  concept(
    'initial',
    /\binitial(?:ly)?\b(?! (?:baseline|score|evaluation|here))|\bword[- ]initial\b|\bbeginning (?:position|of words?)\b|\binit\.(?= \/)|\b(?:start|front|beginning) of (?:the |each |a )?words?\b|\b(?:words? that )?(?:starts?|starting|begins?|beginning) with (?:\/|(?:[a-z]{1,2}|the)\b)|\b(?:first|beginning|starting) sounds?\b|(?:\/|\b[a-z]{1,2}\b) (?:at|in)(?: the)? (?:start|front|beginning)\b(?! of (?!words?))|(?:^|\| ?)(?:start|beginning|initial)(?= ?(?:\||\(|$))/i,
    'position',
  ),
  concept('medial', /\bmedial\b|\bmiddle (?:position|of words?)\b/i, 'position'),
  concept(
    'final',
    /\bfinal (?:position|\/|[a-z]{1,2}\/|consonants?)|\bword[- ]final\b|\/ ?final\b|\bend (?:position|of (?:the |each |a )?words?)\b|\b(?:words? that )?(?:ends?|ending) (?:with|in) (?:\/|[a-z]{1,2}\b(?! ))|\b(?:last|ending|final) sounds?\b|(?:\/|\b[a-z]{1,2}\b) (?:at|in)(?: the)?(?: tail)? ends?\b(?! of (?!words?))|(?:^|\| ?)(?:end|ending|final)(?= ?(?:\||\(|$))/i,
    'position',
  ),
  concept('vocalic', /\bvocalic\b|\br[- ]colored\b/i, 'position'),
  concept('clusters', /\bblends?\b(?!ing)|\bclusters?\b/i, 'position'),
  concept('isolation', /\bisolat\w+|\bisol\b\.?|\/ ?(?:alone|by itself)\b/i, 'speech-level'),
  concept('in-syllables', /\b(?:in )?syllables\b/i, 'speech-level'),
  concept(
    'in-words',
    /\bin words\b|\bword level\b|\bsingle words\b|(?:,|\/|position(?: of)?|initial|final|medial|vocalic) words?\b|\bpositions? of words\b|^words$|\ben palabras\b/i,
    'speech-level',
  ),
  concept('in-phrases', /\bphrases?\b/i, 'speech-level'),
  concept('in-sentences', /\b(?:in )?sentences\b|\bsent\.|\bsentence level\b|\boraciones\b/i, 'speech-level'),
  concept('in-reading', /\b(?:oral|structured) reading\b|\bwhile reading\b/i, 'speech-level'),
  concept(
    'in-conversation',
    /\bconversation(?:al)?\b(?! (?:rubric|skills))|\bconv\b\.?|\bspontaneous speech\b|\bconnected speech\b|\bconversaci[oó]n\b/i,
    'speech-level',
  ),
  concept('articulation', /\bartic\w*|\bproduc(?:e|es|ed|tion)\b|\bspeech sounds?\b|\bpronunc\w+/i),
  concept('intelligible', /\bintelligib\w+/i),
  concept('stuttering', /\bstutter\w*|\bdisfluen\w+|\bdysfluen\w+/i),
  concept('directions', /\b(?:oral |verbal )?directions?\b|\bfollow(?:s|ed|ing)? \w*[- ]?step\b|\binstrucciones\b/i),
  concept('pronouns', /\bpronouns?\b/i, 'grammar'),
  concept('past-tense', /\bpast tense\b|\bregular past\b|\birregular past\b|\b-ed endings?\b/i, 'grammar'),
  concept('plurals', /\bplurals?\b/i, 'grammar'),
  concept('prepositions', /\bprepositions?\b|\bspatial concepts\b/i, 'grammar'),
  concept('categories', /\bcategor\w+/i, 'grammar'),
  concept('describing', /\bdescri(?:be|bes|bed|bing|ption)\w*\b|\battributes?\b/i, 'grammar'),
  concept('mlu', /\bmlu\b|\bmean length of utterance\b|\butterances?\b/i),
  concept(
    'aac',
    /\baac\b|\b(?:speech|communication|voice output|talking) device\b|\btalker\b|\bsgd\b|\bproloquo\b|\btouch ?chat\b|\blamp\b|\bpecs\b|\bcommunication board\b/i,
  ),
  concept(
    'requesting',
    /\brequest\w*|\bask(?:s|ed|ing)?\b(?=\s+(?:for|on her|on his|to|with|by|help|\d)|\s*$|ed)|\bmand(?:s|ed|ing)?\b|\bpidi[oó]\b/i,
  ),
  concept('yes-no', /\byes ?(?:\/|or|-) ?no\b/i),
  concept('commenting', /\bcomment(?:s|ed|ing)\b/i),
];
