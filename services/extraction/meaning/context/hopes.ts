/** Words of what is hoped, planned or supposed. */
import { fromWord } from './phrases.ts';

export const hope = 'a hope or a plan, not a result';

/** Anywhere in the sentence. */
export const hopeWords = fromWord([
  'if (?!.{0,20}frustrat)',
  /would(?:'ve| of| have| be| get| like| love)?\b/,
  'could (?:of|have|be|get|earn|probably|reach|do)',
  /might\b/,
  'prob(?:ably)? would',
  'hop(?:e|es|ing) (?:to|for|that|s?he|we)',
  /wish(?:es)?\b/,
  'i (?:bet|think s?he (?:can|could|will))',
  'thinks? (?:if|that)? ?(?:we|s?he|they) ?(?:can|could|will|might)',
  'can (?:earn|still|redo|become|go up|be raised)',
  /next (?:week|month|time|session|probe|trial|quarter)\b/,
  'will (?:try|be|aim|get|move|need|start|do|have|work)',
  'plans? to',
  'going to',
  /let'?s (?:try|aim|see)/,
  /up to \d/,
  '(?:for )?(?:extra|full) (?:points|credit)',
  /tomorrow\b(?!.{0,30}(?:release|off|absent))/,
  /by (?:february|march|april|may|june|spring|winter break)\b/,
  /(?:tendr|podr|deber|ser|llegar)ia\b/,
  // The conditional: `llegaría`, `tendría`; not `lavandería`, `secretaría`.
  /(?!mar[ií]a|secretar|contrar)(?:[a-zñ]*(?:ar|ir|dr|br)|(?:s|v|le|deb|aprend|respond)er)ía(?:n|s|mos)?(?![a-zà-ÿ])/,
  /si (?:entrega|hace|saca|termina|lee|practica|contin[uú]a|todo)(?![a-zà-ÿ])/,
  'esperamos',
  'ojal[aá]',
]);
