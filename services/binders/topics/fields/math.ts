/** Mathematics: how teachers name it. */
import { type Concept, concept } from '../concept.ts';

export const mathConcepts: readonly Concept[] = [
  concept('one-step', /\b(?:one|1|single)[- ]step\b/i, 'steps'),
  concept('two-step', /\b(?:two|2|double)[- ]step\b/i, 'steps'),
  concept('three-step', /\b(?:three|3)[- ]step\b/i, 'steps'),
  concept('multi-step', /\bmulti[- ]?(?:ple[- ])?step\b/i, 'steps'),
  concept('addition', /\badd(?:ition|ing|ends?)?\b(?! (?:a|to|the|more)\b)|\bsumas?\b/i, 'operation'),
  concept('subtraction', /\bsubtract\w*|\btak(?:e|es|ing) away\b|\bminus\b|\brestas?\b/i, 'operation'),
  concept(
    'multiplication',
    /\bmult(?:iplication|iply\w*|iples?)?\b\.?|\btimes tables?\b|\bx facts\b|\b\d[- ]digits? (?:x|×|by) \d\b|\bmultiplicaci[oó]n\b|(?:^|[(\s])[x×] ?(?:facts|problems)|\([x×]\)/i,
    'operation',
  ),
  concept(
    'division',
    /\bdivi(?:sion|de|ding|ded)\b|\bdivisi[oó]n\b|(?:^|[(\s])÷ ?(?:facts|problems)|\(÷\)/i,
    'operation',
  ),
  concept('equations', /\bequations?\b|\bsolve for x\b|\becuaciones\b|\balg(?:ebra|\.|(?= [I1-9]))/i),
  concept('word-problems', /\bword problems?\b|\bstory problems?\b|\bproblem[- ]solving\b|\bproblemas\b/i),
  concept('fractions', /\bfractions?\b|\bfracciones\b/i, 'math-topic'),
  concept('decimals', /\bdecimals?\b/i, 'math-topic'),
  concept('place-value', /\bplace value\b/i, 'math-topic'),
  concept(
    'telling-time',
    /\b(?:tell(?:ing|s)?|said|read(?:s|ing)?) (?:the )?time\b|\bclocks?\b|\bwhat time is it\b/i,
    'math-topic',
  ),
  concept('geometry', /\bgeometry\b|\bperimeter\b|\barea and\b/i, 'math-topic'),
  concept('ratios', /\bratios?\b|\bproportions?\b|\bunit rates?\b/i, 'math-topic'),
  concept('percent-problems', /\b(?:sales tax|tax|tips?|discounts?|mark-?ups?|percent problems?)\b/i),
  concept(
    'making-change',
    /\b(?:mak|work|count|giv)\w* (?:out )?(?:the )?(?:right |correct )?change\b|\bmade change\b|\bchange (?:due|back|practice|trials)\b|\bcorrect change\b|\bright change\b/i,
  ),
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
  concept(
    'number-compare',
    /\bcompar(?:e|es|ing)(?: (?:the|two))? (?:numbers|quantities|fractions|decimals)\b|\bgreater (?:than|or)\b|\b(?:write|use|put|circle)\b[^\d\n]{0,12}[<>]/i,
    'number-sense',
  ),
  concept(
    'next-dollar',
    /\b(?:next|more|one)[- ]dollar(?:[- ](?:up|more))?\b|\bdollar[- ]up\b|\bone more than\b/i,
    'money',
  ),
  concept('coins', /\bcoins?\b|\bcounting (?:change|money)\b|\bmake change\b|\bmonedas\b/i, 'money'),
  concept('computation', /\bcomputation\b|\bregroup\w*/i),
];
