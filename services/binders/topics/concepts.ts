/**
 * Concepts of the field: the many ways in which teachers name what they measure. Concepts of one facet exclude each
 * other: a result about vocalic /r/ is none about initial /r/, whatever other words they share.
 */

import { textInEnglish } from './spanish.ts';

export interface Concept {
  readonly id: string;
  /** Concepts of one facet exclude each other. */
  readonly facet?: string;
  readonly pattern: RegExp;
}

const concept = (id: string, pattern: RegExp, facet?: string): Concept =>
  facet ? { id, facet, pattern } : { id, pattern };

export const concepts: readonly Concept[] = [
  // Reading
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
  // Writing
  concept('trait-ideas', /\bideas?\b(?! principal)|\bcontent\b|\bfocus\b|\bdevelopment\b|\belaboration\b/i, 'trait'),
  concept('trait-organization', /\borgani[sz]ation\b|\btext structure\b/i, 'trait'),
  concept('trait-voice', /\bvoice\b(?! output)/i, 'trait'),
  concept('trait-word-choice', /\bword choice\b|\bprecise language\b/i, 'trait'),
  concept('trait-sentence-fluency', /\bsentence (?:fluency|structure|variety)\b/i, 'trait'),
  concept('trait-conventions', /\bconventions?\b|\bmechanics\b|\bediting\b|\bgrammar and punctuation\b/i, 'trait'),
  concept('trait-evidence', /\bevidence\b|\btext support\b/i, 'trait'),
  concept('trait-presentation', /\bpresentation\b/i, 'trait'),
  concept('spelling', /\bspell\w*|\bdictat\w*|\bencod\w*/i),
  concept('cws', /\bcws\b|\bcorrect (?:word|writing) sequences?\b/i, 'writing-count'),
  concept('tww', /\btww\b|\btotal words written\b|\bwords written\b/i, 'writing-count'),
  concept('wsc', /\bwsc\b|\bwords spelled correctly\b/i, 'writing-count'),
  concept('cls', /\bcls\b|\bcorrect letter sequences?\b/i, 'writing-count'),
  concept('complete-sentences', /\bcomplete sentences?\b/i),
  concept(
    'essay',
    /\bessays?\b|\bargument(?:ative)?\b|\bwritten expression\b|\bopinion (?:piece|paper|writing)\b|\bnarrative\b|\bwriting\b|\bescritura\b/i,
  ),
  concept('maze', /\bmaze\b|\bcloze\b/i),
  // Math
  concept('one-step', /\b(?:one|1|single)[- ]step\b/i, 'steps'),
  concept('two-step', /\b(?:two|2|double)[- ]step\b/i, 'steps'),
  concept('three-step', /\b(?:three|3)[- ]step\b/i, 'steps'),
  concept('multi-step', /\bmulti[- ]?(?:ple[- ])?step\b/i, 'steps'),
  concept('addition', /\badd(?:ition|ing|ends?)?\b(?! (?:a|to|the|more))|\bsumas?\b/i, 'operation'),
  concept('subtraction', /\bsubtract\w*|\bminus\b|\brestas?\b/i, 'operation'),
  concept(
    'multiplication',
    /\bmult(?:iplication|iply\w*|iples?)?\b\.?|\btimes tables?\b|\bx facts\b|\bmultiplicaci[oó]n\b/i,
    'operation',
  ),
  concept('division', /\bdivi(?:sion|de|ding|ded)\b|\bdivisi[oó]n\b/i, 'operation'),
  concept('equations', /\bequations?\b|\bsolve for x\b|\becuaciones\b|\balg(?:ebra|\.|(?= [I1-9]))/i),
  concept('word-problems', /\bword problems?\b|\bstory problems?\b|\bproblem[- ]solving\b|\bproblemas\b/i),
  concept('fractions', /\bfractions?\b|\bfracciones\b/i, 'math-topic'),
  concept('decimals', /\bdecimals?\b/i, 'math-topic'),
  concept('place-value', /\bplace value\b/i, 'math-topic'),
  concept('telling-time', /\btell(?:ing|s)? time\b|\bclock\b/i, 'math-topic'),
  concept('geometry', /\bgeometry\b|\bperimeter\b|\barea and\b/i, 'math-topic'),
  concept('integers', /\bintegers?\b/i, 'math-topic'),
  concept('math-facts', /\bmath facts?\b|\bfact fluency\b|\bfacts\b/i),
  concept(
    'counting',
    /\bcount(?:s|ed|ing)?\b(?! (?:as|it|on|toward))|\bone[- ](?:by|to)[- ]one\b|\bdots\b|\bcont(?:ar|[oó]|ando)\b/i,
    'number-sense',
  ),
  concept(
    'numeral-id',
    /\bnumerals?\b|\bnumber (?:id\w*|recognition|names?|naming)\b|\bidentif\w+ numbers\b|\bnumber cards\b/i,
    'number-sense',
  ),
  concept('number-compare', /\bcompar(?:e|es|ing) (?:numbers|quantities)\b|\bgreater (?:than|or)\b/i, 'number-sense'),
  concept(
    'next-dollar',
    /\b(?:next|more|one)[- ]dollar(?:[- ](?:up|more))?\b|\bdollar[- ]up\b|\bone more than\b/i,
    'money',
  ),
  concept('coins', /\bcoins?\b|\bcounting (?:change|money)\b|\bmake change\b|\bmonedas\b/i, 'money'),
  concept('computation', /\bcomputation\b|\bregroup\w*/i),
  // Speech and language
  concept(
    'initial',
    /\binitial(?:ly)?\b(?! (?:baseline|score|evaluation|here))|\bword[- ]initial\b|\bbeginning (?:position|of words?)\b|\binit\.(?= \/)/i,
    'position',
  ),
  concept('medial', /\bmedial\b|\bmiddle (?:position|of words?)\b/i, 'position'),
  concept(
    'final',
    /\bfinal (?:position|\/|[a-z]{1,2}\/|consonants?)|\bword[- ]final\b|\/ ?final\b|\bend (?:position|of words)\b/i,
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
    /\brequest\w*|\bask(?:s|ed|ing)?\b(?= (?:for|on her|on his|to|help|\d)|$|ed)|\bmand(?:s|ed|ing)?\b|\bpidi[oó]\b/i,
  ),
  concept('commenting', /\bcomment(?:s|ed|ing)\b/i),
  // Social and behavior
  concept(
    'initiations',
    /\binitiat\w+(?! (?:work|task))|\bpeer initiations?\b|\bstart(?:s|ed)? (?:a )?(?:play|conversation|interaction)s?\b|\bapproach\w+ (?:a )?peers?\b|\bjoin(?:s|ed)? (?:in )?play\b/i,
  ),
  concept('greetings', /\bgreet\w*|\bsalud\w+/i),
  concept('responding', /\brespon(?:d|ds|ded|ding|se|ses)\b|\banswer(?:s|ed)? (?:a )?peers?\b/i),
  concept(
    'turn-taking',
    /\bturn[- ]taking\b|\btak(?:e|es|ing) turns\b|\bturns\b|\bturnos\b|\bshar(?:e|es|ing)\b(?! (?:with|that|the results))/i,
  ),
  concept(
    'conversation-skills',
    /\bconversation (?:rubric|skills?|turns?)\b|\bpragmatics?\b|\btopic maintenance\b|\bstay(?:s|ing)? on topic\b/i,
  ),
  concept(
    'call-outs',
    /\bcall(?:ed|ing|s)?[- ]?outs?\b|\bblurt\w*(?: outs?)?\b|\btalk(?:ed|ing|s)?[- ]?outs?\b|\bshout(?:ed|ing|s)?[- ]?outs?\b|\binterrupt\w*|\bwithout raising\b|\bspeaking out\b/i,
    'behavior',
  ),
  concept(
    'out-of-seat',
    /\bout[- ]of[- ](?:seat|chair|area)\b|\bleav(?:es|ing) (?:her|his|the|their) (?:seat|chair|desk)\b|\bleft (?:her|his|the|their) seat\b|\boos\b|\bout of (?:her|his|their) seat\b|\bg[eo]t(?:s|ting)? up (?:without|from)\b|\bup from (?:her|his|the|their) (?:desk|seat|chair)\b/i,
    'behavior',
  ),
  concept(
    'elopement',
    /\belop\w*|\bbolt(?:ed|ing|s)?\b|\bran (?:from|out of|away)\b|\bleft (?:the )?(?:room|area|assigned area|classroom|building|campus)\b|\brunning away\b|\bleav(?:es|ing) (?:the )?(?:assigned )?(?:area|room|classroom)\b/i,
    'behavior',
  ),
  concept(
    'aggression',
    /\baggress\w*|\bhit(?:s|ting)? (?:a |another |the |other )?(?:peers?|students?|staff|adults?|others|classmates?)\b|\bkick\w*|\bbit(?:e|es|ing)?\b (?:a |another )?(?:peer|staff)|\bpush(?:ed|es|ing) (?:a |another )?(?:peer|student|classmate)\b|\bpunch\w*|\bassault\w*|\bagresi[oó]n\b/i,
    'behavior',
  ),
  concept(
    'self-injury',
    /\bself[- ]injur\w*|\bsib\b|\bhead[- ](?:hits?|bang\w*)|\bhits? to (?:the |her |his )?head\b|\bbit(?:es|ing)? (?:her|his) (?:hand|arm)s?\b|\bself[- ]harm\b|\bskin[- ]picking\b|\bhand[- ]bit\w+/i,
    'behavior',
  ),
  concept(
    'tantrums',
    /\btantrums?\b|\bmeltdowns?\b|\bcry(?:ing)? episodes?\b|\boutbursts?\b|\bscreaming\b|\brabietas?\b|\bdysregulat\w+/i,
    'behavior',
  ),
  concept(
    'property',
    /\bproperty (?:destruction|damage)\b|\bthrow(?:s|ing)? (?:objects|items|materials)\b|\bthrew\b|\bdestroy\w*|\brip(?:s|ped|ping) (?:up )?(?:paper|work)\b/i,
    'behavior',
  ),
  concept('noncompliance', /\bnon-?complian\w*|\brefus\w*|\bdefian\w*|\bwork refusals?\b/i, 'behavior'),
  concept(
    'profanity',
    /\bprofan\w*|\bswear\w*|\bcurs(?:e|es|ed|ing)\b|\binappropriate (?:language|comments)\b/i,
    'behavior',
  ),
  concept('spitting', /\bspit\w*/i, 'behavior'),
  concept('off-task', /\boff[- ]task\b/i, 'behavior'),
  concept(
    'on-task',
    /\bon[- ]task\b|\bdoing (?:the|her|his|their) work\b|\bengaged\b|\bengagement\b|\btime on task\b|\battend(?:s|ed|ing) to (?:task|instruction)\b|\bon[- ]task behaviou?r\b/i,
    'behavior',
  ),
  concept(
    'tardies',
    /\btard(?:y|ies|iness)\b|\blate to class\b|\blleg[oóa]\w* tarde\b|\btardanzas?\b|\blate arrivals?\b|\blate\b(?! (?:work|assign|homework|pass|penalty|-))|\barrived late\b|\bllegadas? tarde\b/i,
    'behavior',
  ),
  concept('absences', /\babsences?\b|\bdays absent\b|\bausencias?\b|\bfaltas\b/i, 'behavior'),
  concept('accidents', /\baccidents?\b|\baccidentes?\b|\bwet (?:pants|clothes)\b|\bsoil\w*/i, 'behavior'),
  concept('toileting', /\btoilet\w*|\bbathroom\b|\bpotty\b|\brestroom\b/i),
  concept(
    'task-initiation',
    /\btask initiation\b|\binitiat\w+ (?:work|tasks?|assignments?)\b|\bbegin(?:s|ning)? (?:\w+ )?(?:work|task|assignment)s?\b|\bstart(?:s|ed|ing)? (?:\w+ )?(?:work|working|tasks?|assignments?)\b|\bg[eo]t(?:s|ting)? started\b|\b(?:until|till|before) (?:s?he|they|pencil) (?:starts?|began|begins?|is moving)\b|\btime to start\b|\bdirection given\b/i,
  ),
  concept(
    'latency',
    /\blatency\b|\bbefore (?:she|he|they) (?:began|started)\b|\btime to (?:respond|begin|start|comply)\b/i,
  ),
  concept(
    'work-completion',
    /\bwork completion\b|\bassignments?\b|\bhomework\b|\btareas?\b|\bturn(?:s|ed|ing)? in\b|\bsubmi\w+|\bhand(?:s|ed|ing)? in\b|\bentreg\w+|\bassignment completion\b/i,
  ),
  concept('transitions', /\btransition\w*|\btransici[oó]n\w*/i),
  concept('arrival', /\barriv\w*|\bbus to\b|\bcubby\b|\bunpack\w*|\blocker\b/i),
  concept(
    'coping',
    /\bcoping\b|\bcalm(?:s|ed|ing)?(?:[- ]down)?\b|\bself[- ]regulat\w*|\bregulation\b|\bbreath\w*|\bstrateg\w+|\bde-?escalat\w*|\bcalming\b/i,
  ),
  concept('breaks', /\bbreaks?\b|\bbreak card\b|\bdescanso\b/i),
  concept('prompts', /\bprompts?\b|\breminders?\b|\bredirect(?:ion)?s?\b|\bcues? needed\b|\brecordatorios\b/i),
  concept('verbal-prompts', /\bverbal (?:prompts?|reminders?|cues?|redirect\w*)\b/i, 'prompt'),
  concept('gesture-prompts', /\bgestur\w+ (?:prompts?|cues?)\b/i, 'prompt'),
  concept('physical-prompts', /\bphysical (?:prompts?|assist\w*)\b/i, 'prompt'),
  concept('visual-prompts', /\bvisual (?:prompts?|cues?)\b/i, 'prompt'),
  concept('attention', /\battention\b|\bfocus(?:ed|ing)?\b|\bengag\w+/i),
  concept('self-advocacy', /\bself[- ]advoca\w*/i),
  concept(
    'stamina',
    /\bstamina\b|\bsustain\w*|\bcontinuous(?:ly)?\b|\bwithout stopping\b|\bstraight\b|\bworked\b(?! on)|\bnon-?stop\b/i,
  ),
  concept('circle-time', /\bcircle(?: time)?\b|\bcarpet(?: time)?\b|\brug\b|\bmorning meeting\b/i),
  concept(
    'seated',
    /\bseated\b|\bstay(?:s|ed|ing)? (?:on|in) (?:her|his|the|their) (?:spot|seat|chair)\b|\bsit(?:s|ting)?\b|\bsat\b|\bin (?:her|his|their) seat\b/i,
  ),
  concept('cafeteria', /\bcafeteria\b|\blunch ?room\b|\bcafeter[ií]a\b/i),
  concept('headphones', /\bheadphones?\b|\bnoise[- ]cancell?ing\b|\bear ?muffs\b/i),
  // Adaptive, vocational, motor
  concept(
    'handwashing',
    /\bhand ?-?wash\w*|\bwash(?:es|ed|ing)? (?:her |his |their )?hands\b|\blavado de manos\b/i,
    'routine',
  ),
  concept('toothbrushing', /\btooth-?brush\w*|\bbrush(?:es|ed|ing)? (?:her |his )?teeth\b/i, 'routine'),
  concept(
    'dressing',
    /\bdress(?:es|ed|ing)?\b(?! code)|\bzip\w*|\bbutton\w*|\bcoat\b|\babrigo\b|\bchaqueta\b|\bshoe[- ]?t(?:ie|ying)\b|\bt(?:ie|ying) (?:her|his) shoes?\b/i,
    'routine',
  ),
  concept('feeding', /\bfeed\w*|\butensils?\b|\bspoon\b|\bself[- ]feed\w*/i, 'routine'),
  concept('purchase', /\bpurchas\w*|\bbuy(?:s|ing)?\b|\bshopping\b|\bcheckout\b|\bcompra\b/i, 'routine'),
  concept(
    'cooking',
    /\bcook\w*|\brecipe\b|\bmicrowav\w*|\bsandwich making\b|\bmake(?:s)? (?:a )?(?:snack|sandwich)\b/i,
    'routine',
  ),
  concept('laundry', /\blaundry\b|\bfold(?:s|ed|ing)? (?:towels|clothes|laundry)\b/i, 'routine'),
  concept(
    'bus-travel',
    /\bcity bus\b|\btravel training\b|\bride[s]? (?:the )?bus\b|\brode (?:the )?(?:city )?bus\b|\bpublic (?:bus|transit|transportation)\b/i,
    'routine',
  ),
  concept('street-crossing', /\bcross(?:es|ed|ing)? (?:the )?street\b|\bstreet crossing\b|\bcrosswalk\b/i, 'routine'),
  concept(
    'job-task',
    /\bjob (?:task|site|coaching)?\b|\bvocational\b|\bwork(?:place)? task\b|\bshelv\w+|\bsort(?:s|ed|ing)? (?:mail|silverware|items)\b|\bstock\w*|\bassembl\w+/i,
  ),
  concept('phone-use', /\bphone call\b|\bdial\w*\b/i, 'routine'),
  concept('handwriting', /\bhandwriting\b|\bletter formation\b|\blegib\w+/i, 'motor'),
  concept('cutting', /\bcut(?:s|ting)?\b(?! score)|\bscissors?\b/i, 'motor'),
  concept('stairs', /\bstairs?\b/i, 'motor'),
  concept('balance', /\bbalanc\w+|\bone foot\b/i, 'motor'),
  concept('walking', /\bwalk(?:s|ed|ing)?\b|\bgait\b/i, 'motor'),
  concept('catching', /\bcatch\w*|\bthrow(?:s|ing)? (?:a )?ball\b/i, 'motor'),
  concept('typing', /\btyp(?:e|es|ed|ing)\b(?! of)|\bkeyboard\w*/i, 'motor'),
  // Manner
  concept(
    'by-oneself',
    /\bindep(?:endent(?:ly)?)?\b|\bon (?:her|his|their) own\b|\bby (?:her|him)self\b|\bwithout (?:a |any |adult |verbal )?(?:prompt\w*|help|cues?|assist\w*|reminders?|being told)\b|\bw\/?o (?:a |any )?(?:prompt\w*|help|cues?|assist\w*)\b|\bun(?:prompted|cued|assisted)\b|\bno (?:adult )?(?:prompts?|help|cues)\b|\bspontaneous\w*|\bsol[oa]\b|\bwithout\b/i,
  ),
];

/** The letter or letters between slashes: `/r/`, `/th/`; each sound is a facet value of its own. */
const sound = /(?:^|[\s(,;])\/([a-z]{1,3})\//gi;

export interface ConceptsFound {
  readonly ids: ReadonlySet<string>;
  /** Values by facet. */
  readonly facets: ReadonlyMap<string, ReadonlySet<string>>;
}

const cache = new Map<string, ConceptsFound>();
const mostCached = 4000;

function find(text: string): ConceptsFound {
  const ids = new Set<string>();
  const facets = new Map<string, Set<string>>();
  const put = (facet: string, value: string) => facets.set(facet, (facets.get(facet) ?? new Set<string>()).add(value));
  for (const { id, facet, pattern } of concepts) {
    if (!pattern.test(text)) continue;
    ids.add(id);
    if (facet) put(facet, id);
  }
  for (const match of text.matchAll(sound)) {
    const value = `sound-${(match[1] ?? '').toLowerCase()}`;
    ids.add(value);
    put('sound', value);
  }
  return { ids, facets };
}

/** The concepts that `text` names. */
export function conceptsIn(text: string): ConceptsFound {
  const known = cache.get(text);
  if (known) return known;
  const found = find(textInEnglish(text));
  if (cache.size >= mostCached) cache.clear();
  cache.set(text, found);
  return found;
}
