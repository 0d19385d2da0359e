/** Daily living, work and motor skills: how teachers name it. */
import { type Concept, concept } from '../concept.ts';

export const dailyLivingConcepts: readonly Concept[] = [
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
  concept(
    'balance',
    /\bbalanc\w+|\bone[- ]foot\b|\b(?:single|one)[- ]leg\b|\bstance\b|\bstand\w* on (?:one|her|his) (?:right |left )?(?:foot|leg)\b/i,
    'motor',
  ),
  concept('walking', /\bwalk(?:s|ed|ing)?\b|\bgait\b/i, 'motor'),
  concept('catching', /\bcatch\w*|\bthrow(?:s|ing)? (?:a )?ball\b/i, 'motor'),
  concept('typing', /\btyp(?:e|es|ed|ing)\b(?! of)|\bkeyboard\w*/i, 'motor'),
];
