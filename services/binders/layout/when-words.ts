/** Labels that say when in the day a figure was taken, and nothing of what it is. */

const parts =
  /^\W*(?:(?:early |late |mid-?)?(?:am|pm|a\.m\.|p\.m\.|morning|afternoon)|(?:before|after|until|during) (?:lunch|recess|school|specials)|lunch|recess|period|per|pd|p\.?\s?\d|hour|hr|block|homeroom|homebase|advisory|specials?|p\.?e\.?|gym|music|art|library|math|reading|writing|ela|language arts|lang\.? arts|english|science|sci|social studies|soc\.? st\.?|ss|history|spanish|health|tech|computers?|centers?|snack|circle|calendar|arrival|unpack|dismissal|pack[- ]up|bus|breakfast|nap|study hall|resource|1st|2nd|3rd|[4-8]th|\d{1,2}(?::\d{2})?\s?[-–]\s?\d{1,2}(?::\d{2})?|mañana|tarde|almuerzo)(?![a-z])/i;

/** Whether `label` names a part of the day: an hour, a class period, morning or afternoon. */
export function namesWhen(label: string): boolean {
  return parts.test(label);
}
