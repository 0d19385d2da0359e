/** Words that head the columns of teachers' tables; they tell a header from any other line of words. */

const leading =
  /^(?:date(?: of \w+)?|day|fecha|student(?:s|'s)?(?: name)?|name|last(?: name)?, ?first(?: name)?|pupil|child|learner|alumno|nombre|initials|#|no\.?|item|trial|task|step|trait|passage|title|book|text|time|subtest|session|sess\.?|week|wk|list|set|goal|skill|service|sound|sound \/ position|target|criteria|criterion|category|domain|row|behaviou?r|antecedent|activity|class|period|direction|word|question|q|assignment|subject|opportunity|opp|episode|incident|month|area|measure|objective|problem|probe|observer|interval|location|setting|hour|block|topic|event|number|item #|level|stop|prompt|routine|page)s?\.?(?: ?#)?(?:\s*\/\s*\w+)?$/i;
const anywhere =
  /\b(?:date|student|name|words?|err(?:or)?s?|wcpm|cwpm|wpm|correct|incorrect|score|total|min(?:ute)?s?|delivered|start(?:ed)?|stop(?:ped)?|end(?:ed)?|duration|latency|percent(?:ile)?|%(?:ile)?|accuracy|acc|trials?|task|service|provider|notes?|comments?|behaviou?r|antecedent|consequence|time|in|out|status|item|step|prompts?|tally|count|freq(?:uency)?|level|lvl|rw|sc|twr|wrc|wc|raw|scaled|standard score|independent|indep|points?|pts|possible|earned|group|ind|setting|location|activity|reason|digits?|sounds|attempted|read|hits|result|rating|initials|staff|due|turned in|done|on time|late|month|week|median|seconds?|sec|elapsed|teacher|goal|baseline|target|number|how long|mm?:ss|min:sec|response|fluency|comp(?:rehension)?|retell|self-corrections?|grade equiv|age equiv|max|out of|am|pm|daily|promised|scheduled|owed|cancel+ed|absent|opportunities|opps|intervals|given|fecha|minutos|correctas|palabras|errores|cws|tww|wws|maze|reps?|distance|steps|type|size|grp|makeup|make-up|units?|code|dos|assigned|turned in|submitted|completed|due|known|out of|me|teacher|student|partner|yes|no|right|wrong|missed|capitals|uppercase|lowercase|sat down|got up|what happened|before|after|began|length|dur|freq|hits|intensity|function|steps|trial|latency)\b/i;

/** Whether a cell's whole text names the things that the rows of a table are about. */
export function namesRows(text: string): boolean {
  return leading.test(text.trim());
}

/** Whether a cell holds a word that heads columns. */
export function headsColumn(text: string): boolean {
  return anywhere.test(text) && text.length <= 40;
}
