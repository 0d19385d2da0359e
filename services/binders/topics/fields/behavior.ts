/** Social skills and behavior: how teachers name it. */
import { type Concept, concept } from '../concept.ts';

export const behaviorConcepts: readonly Concept[] = [
  concept(
    'initiations',
    /\binitiat\w+(?! (?:work|task))|\bpeer initiations?\b|\bstart(?:s|ed)? (?:a )?(?:play|conversation|interaction)s?\b|\bapproach\w+ (?:a )?peers?\b|\bjoin(?:s|ed)? (?:in )?play\b/i,
  ),
  concept(
    'greetings',
    /\bgreet\w*|\bsalud\w+|\b(?:said|says?|saying) (?:hi|hello|good morning)\b|\bwav(?:ed?|es|ing) (?:at|to|hello|hi)\b/i,
  ),
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
    /\bout[- ]of[- ](?:(?:her|his|the|their) )?(?:assigned |work )?(?:seat|chair|area|spot)\b|\bfuera de(?:l| su| la| el) (?:[aá]rea|asiento|silla|sal[oó]n|lugar)\b|\bleav(?:e|es|ing) (?:her|his|the|their) (?:seat|chair|desk)\b|\bleft (?:her|his|the|their) (?:seat|chair|desk)\b|\boos\b|\bout of (?:her|his|their) seat\b|\bg[eo]t(?:s|ting)? up (?:without|from)\b|\bstands? up (?:without|from)\b|\bup from (?:her|his|the|their) (?:desk|seat|chair)\b/i,
    'behavior',
  ),
  concept(
    'out-of-class',
    /\bout[- ]of[- ](?:the )?(?:class(?:room)?|room|instruction)\b|\baway from (?:the )?(?:class(?:room)?|room|lesson|group)\b|\b(?:missed|lost) (?:class|instruction\w*)\b|\bfuera de(?:l| la) (?:clase|sal[oó]n|aula)\b/i,
  ),
  concept(
    'elopement',
    /\belop\w*|\bbolt(?:ed|ing|s)?\b|\bran (?:from|out of|away)\b|\bleft (?:the )?(?:room|area|assigned area|classroom|building|campus)\b|\brunning away\b|\bleav(?:e|es|ing) (?:the |her |his )?(?:assigned )?(?:area|room|classroom|class)\b|\bleft class\b|\b(?:left|leav(?:e|es|ing)|exit(?:s|ed|ing)?|walk(?:s|ed|ing)? out(?: of)?)(?: (?:the |her |his )?(?:class(?:room)?|room|area|building|group))? (?:w\/o|w\/out|without|with no) (?:an? |the |her |his )?(?:permission|pass|asking|leave|telling)\b|\bwalk(?:ed|ing|s)?[- ]?outs?\b/i,
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
    /\bproperty (?:destruction|damage)\b|\bthrow(?:s|ing)?(?: or \w+)? (?:objects|items|materials|things)\b|\bbr(?:eak(?:s|ing)?|oke) (?:materials|things|pencils?|crayons?)\b|\bthrew\b|\bdestroy\w*|\brip(?:s|ped|ping) (?:up )?(?:paper|work)\b/i,
    'behavior',
  ),
  concept('noncompliance', /\bnon-?complian\w*|\brefus\w*|\bdefian\w*|\bwork refusals?\b/i, 'behavior'),
  concept(
    'profanity',
    /\bprofan\w*|\bswear\w*|\bcurs(?:e|es|ed|ing)\b|\binappropriate (?:language|comments)\b/i,
    'behavior',
  ),
  concept(
    'biting',
    /\bbit(?:e|es|ing|ten)?\b(?! (?:of|her tongue|his tongue|late|better|more|too))(?<!\ba bit)|\bmuerd\w+|\bmordi\w+/i,
  ),
  concept('crying', /\bcr(?:y|ies|ied|ying)\b|\btears\b|\bsobb\w+|\bllor\w+/i),
  concept('dropping', /\bdrop(?:s|ped|ping)? (?:to|on|onto|down)\b|\bflopp?\w*\b|\bdrops\b/i),
  concept('peer-conflict', /\b(?:peer )?conflicts?\b|\bfights?\b(?! song)|\barguments? with\b/i),
  concept(
    'help-seeking',
    /\bhelp card\b|\bask(?:s|ed|ing)? (?:\w+ )?for (?:help|assistance)\b|\brais(?:e|es|ed|ing) (?:her|his|their) hand\b|\bput (?:her|his) hand up\b|\bhand up\b/i,
  ),
  concept('spitting', /\bspit\w*/i, 'behavior'),
  concept('off-task', /\boff[- ]task\b/i),
  concept(
    'on-task',
    /\bo(?:n|ff)[- ]task\b|\bdoing (?:the|her|his|their) work\b|\bengaged\b|\bengagement\b|\btime on task\b|\battend(?:s|ed|ing) to (?:task|instruction)\b|\bon[- ]task behaviou?r\b/i,
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
    /\bwork completion\b|\bassignments?\b|\bhomework\b|\btareas?\b|\bturn(?:s|ed|ing)? in\b|\bsubmi\w+|\bhand(?:s|ed|ing)? in\b|\bmissing work\b|\bentreg\w+|\bassignment completion\b/i,
  ),
  concept('transitions', /\btransition\w*|\btransici[oó]n\w*/i),
  concept('arrival', /\barriv\w*|\bbus to\b|\bcubby\b|\bunpack\w*|\blocker\b/i),
  concept(
    'coping',
    /\bcoping\b|\bcalm(?:s|ed|ing)?(?:[- ]down)?\b|\bself[- ]regulat\w*|\bregulation\b|\bbreath\w*|\bstrateg\w+|\bde-?escalat\w*|\bcalming\b/i,
  ),
  concept(
    'point-card',
    /\b(?:point|behaviou?r|conduct|expectations?) (?:card|sheet)s?\b|\bdaily (?:report|progress) card\b|\bcheck[- ]in[/ ,-]+check[- ]out\b|\bcico\b/i,
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
];
