/**
 * Words of the classroom and everyday words. Repair (repair.ts) turns a misread word into one of these and leaves every
 * other word alone, so a word that a rule looks for has to be here.
 */

const everyday = `
a about above absent across act action active activity actually add added adding after afternoon again age ago ahead aim
air all allow allowed almost alone along already also always am an and another answer answered answers any anyone
anything apart are area arm around arrive arrived art as ask asked asking asks at ate away baby back bad bag ball
bark barn barnacle base basket bath be bean bear became because become bed been before began begin beginning begins being bell
below belt bench beside best better between big bike bird bit blocked board boat body book books born both bottle bottom
bowl box boy boys branch bread break breaks breath breathing bring brother brought brown build building burn bus but butter button
buy by cafeteria cake call called calls calm calmer came camp can candy cap car card cards care careful carry carts case cash
cashier cat caught cent cents chair chairs chance chances change changed changing check checked cheese chest child children
choice choose chose circle city clap class classes classmate classmates classroom clean clear climb climbed clock close
closed clothes coat coins cold color colors come comes coming comment comments complete completed concern cook cool copied copy
corn corner corners correct cost could count counted counting counts course cover cracker cream cross crowd cry cup cut cutting dad
dark data date dated dates daughter day days dear december delivered dentist desk did didnt died different dinner dirty do
doctor does dog doing dollar dollars done door doors dose down draw drawing drink drive driver drop dropped dry during each
eagle ear early earn earned earns east easy eat eating eats egg eight eighth either eleven else end ended ending ends english
enough enter entered enters entry even evening ever every everyone everything example except expect expected extra eye eyes face
fact facts fair fall falling family far farm fast father favorite fed feel feeling feels feet fell felt fern few field
fifth fifteen file filed fill filled final find finger finish finished fire first fish fit five fix flat floor flower fly
focus folder follow followed following follows food foot for forest form forms forward found four fourteen fourth free fresh
friday friend friends from front full fun funny gallery game games garden gate gave general get gets getting gift girl girls
give given gives glad glass go goal goals goes going gone good got grab grabbed grade grades grass great green greet greeted
greeting greetings ground group groups grow growl guess guessed guessing guided gym had hair half hall hand handed hands happy
hard has hat have having he head headache heads hear heard heart heavy help helped helper helping helps her here hers high
hill him himself his hit hits hitting hold holding holiday home hope hoping horn horse hot hour hours house how hug hundred
hungry hurt ice idea ideas if ill important in inch inside instead interested into is isnt it item items its jacket job jobs
join journal juice july jump june just keep keeps kept key kick kicked kid kids kind kitchen knew know knows lab ladder lake
lamp land language lantern large last late later laugh lead leader learn learned learning least leave leaves leaving led left leg
less lesson lessons let letter letters level levels library lie life lift light lighthouse like liked likes limit line lined
lines list listen listened listening lists little live lives local long longer look looked looking looks lost lot loud love
low lower lunch machine made mail main make makes making man many map march mark marked marker market marks match math may
maybe me meal mean means meant measure measured measures meet meeting meets men met middle might milk million mind mine
minimum minute minutes miss missed misses missing mixed mom monday money month monthly months moon more morning most mostly
mother mouse mouth move moved moves movie much music must my name named names nap near nearly neck need needed needs never
new next nice night nine no nobody noise none noon normal north nose not note notebook noted notes nothing notice november now
number numbers nurse object october of off offered office often oh oil ok okay old on once one ones only open opened or
orange order other others our out outside over own pack packed packet page pages paid pair paper paragraph parent parents
park part parts party pass passed past pattern pay peer peers pen pencil people per percent perhaps person phone physical piano pick picked
picture pictures piece place placed plan plane planned planner plant play played playground playing please plus pocket point
pointed points poor possible post potty practice present pretty price printed problem problems program prompt prompted
prompting prompts proud pull puppy push put quarter question questions quick quickly quiet quietly quite rain raise raised
raising ran ranged rather reach reached read reader reading reads ready real really reason reasons record recorded red
reduce refused remember remind reminded reminder reminders remove removed report reported reports rest result results return
returned returns rich ride right ring rings river road room rooms round route routine row rows rub rule rules run
running safe said sale salt same sand sat saturday save saw say saying says school science score scored scores sea seat
seated seats second seconds section see seem seems seen self sent sentence sentences separate september set sets seven
several shade shape share shared she sheet shelf shelving shirt shoe shoes shop short should shoulder show showed shown
shows shut sick side sign signed silent simple since sing sister sit site sitting six sixth size skill skills skipped sleep sleeping sleepy
slow slowly small smell smile snack snow so soap sock socks some someone something sometimes son song soon sorry sort sound sounds
south space speak special spell spelled spelling spent spoke spoon spot spring stage staff stairs stand standing star stare
start started starting starts state stay stayed staying stays steam step steps stern still stood stop stopped stops store story
straight street strong student students study such sudden summer sun sunday supper sure table take taken takes taking
talk talked talker talking tall teacher teachers team tell telling tells ten term test tested testing tests text than thank
thanks that the their them then there these they thing things think thinking thinks third thirteen thirty this those though
thought three through threw thrill throw thrown thursday time timed timer times tip tired title to today together told
tomorrow too took tooth top topic torn total totals touch toward towards town toy track train travel tray treat tree trial trials tried
trip trouble truck true try trying tuesday turn turned turns twelve twenty twice two type under understand unit until up
upper us use used uses using usual usually very visit voice wait waited waiting waits walk walked walking wall want wanted
wants warm warn warned was wash washed water way we wear weather wednesday week weekend weekly weeks weight well went were west western
wet what wheel when where which while white who whole why will win window winter wipe wish with within without woman
women wont wood word words wore work worked worker working works world worn worry would write writer writes writing written
wrong wrote year years yellow yes yesterday yet you young your zero
`;

const school = `
abc absence absences academic accident accidents accommodation accommodations accuracy accurate achievement act adapted
addition adequate adult advocacy aggression aggressive agreement aide alphabet alternate annual antecedent appropriate april articulate
articulation assessment assign assigned assignment assignments assist assistance assisted attempt attempted attempts attend
attendance attention august authorization automatic average averaged averages baseline battery begin behavior behaviors
behaviour benchmark blend blends bracket calculation campus capital capitals caregiver caseload case center certify chart checklist
checks classwork clause cleanup clinic clinical coach coaching code codes cognitive coins column combined communicate
communication community comparison complex compliance compliant comply composition comprehension computation concept
conduct conference confidence confidential consecutive consonant consonants consequence consonant consult consultation contact
context contract control conventions conversation coordination coping core counselor counseling cover criteria criterion cue cued cues
cumulative curriculum cursive daily decode decoding decodable decimals decrease deductions delivered delivery demand descriptive
diagnostician dictated dictation digit digits digraph digraphs direct direction directions discontinue disruption disruptions district
division division domain dress dressing duration early editing education educational elapsed elementary eligible elope eloped
elopement elopements emotional engaged engagement episode episodes equation equations equivalent equivalents error errors essay essays
evaluate evaluation evaluator evidence examiner exclamation exit expanded expectation expectations expected expression
expressive eyes fading fidelity fifteen figurative fine fluency fluent fluently formulated fraction fractions frequency frustrated
frustration frustrational full functional gained generalization geometry gesture gestural gestures grammar graph graphs grapheme gross
guardian guidance guide habits handwashing handwriting handwritten health hearing hello hits hour hundred identification identify
identified identifies imitate impairment improve improved improvement inappropriate incident incidents inclusion incomplete incorrect
increase independence independent independently index indicate individual individualized inferential inference inferences
informal informational initial initially initials initiate initiated initiates initiating initiation initiations instance
instances instruction instructional instructions intelligible intensity interaction interactions interrupted interruption interruptions
interval intervals intervention interventionist inventory isolation kindergarten knowledge label labeled labels latency
legible legibility length letters lexile literal literacy lowercase maintain maintained maintenance makeup manner mastered
mastery match matched maze maximum measurable mechanics medial median mediation medicaid medication medium memory mental
met minimal minimum minus miscue miscues mixed model modeled modeling modelled models moderate momentary monitor
monitored monitoring motor multiplication multisyllabic multiple multistep narrative narration negative noncompliance nonsense nonfiction fiction norm normative norms notebook
noun nouns numeral numerals numeracy objective objectives observation observations observe observed observer occupational occurrence
occurrences offered onset operations opinion opportunities opportunity oral organization organizer origin outburst outbursts output overall
paragraphs para paraprofessional parallel partial participate participated participation partner passage passages peers pencil
percent percentage percentile performance performed period periods permission phoneme phonemes phonemic phonics phonological phrase phrases
physically pieces placement plural position positive possession possible posture potential practice pragmatic pragmatics prediction prefix
prefixes preposition prepositions present presented previous previously primary principal printed probe probes problems procedure processing
proficient program progress promise promised prompt pronoun pronouns proofread property provide provided provider psychologist psychoeducational
punctuation purchase quantities quarterly quiz quota random range rapid rate rated rater rating ratio reached
receptive recess recite recognition recognize recognized recommend recording recorder record redirect redirected redirection redirections reduced reduction referral referrals
regrouping regulate regulation reinforcement reinforcer related release relevant reminder repeated repetition request requested requesting
requests required resource respond responded responding responds response responses restroom retell retelling retold reteach reveal
review revised revising revision reward rhyme rhyming rubric sample samples scaled scan scanned scheduled schedule scholarship scorer screening screener script
seconds segment segmented segmenting segments selected self semester sensory sentence separator sequence sequencing service services session sessions
setting settings severe sight signature silent similar single sites skill social solve solved solving specialized specialist specific speech
speller spelled spells spoken spontaneous stable staff stamina standard standards statement station steps stimulus stories story strategies strategy
structure stutter stuttering stuttered subject substitutions subtest subtract subtraction success successful suffix suffixes sufficient summary
supervision supervised support supports syllable syllables symbols synonyms tact tally tallies tantrum tantrums tardies tardy target targets task
tasks teach teaching tense therapist therapy threshold timing timed toilet toileting token tokens tolerance tolerate tolerated topics
totals trait traits transfer transition transitions transitioned transcription travel treatment trial tutor tutoring typed typical
unassisted uncued understanding unexpected unprompted unscheduled unfamiliar unfinished uppercase utterance utterances vehicle verb verbs verbal verbalize verbally
visual vocabulary vocal vocalic vocational volume vowel vowels walkthrough weekly whispered willing wordlist worksheet worksheets writes
written workbook addend addends multiply multiplied multiplying divide divided adding subtracting algebra linear variable variables expressions integers
abs indep ind prov sess min mins sec secs hr hrs wk wks mo mos yr yrs gr grp rm tchr stu subj avg med max num pts pt pct
ile wcpm cwpm wpm wcm orf lsf lnf nwf psf cls dcpm dcm cbm cws tww wws iep plaafp bip fba ot slp slt sdi sai rsp err errs sc rr lvl
comp fluen vp gp pp hoh fp opps acc crit sent conv artic elem teacher student name grade date school room score pass age dob
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes jueves viernes
alumno alumna estudiante nombre fecha grado maestra maestro escuela estimada estimado señora señor hola gracias atentamente semana hoy
tarde clase veces tareas tarea entregó minutos segundos palabras correctas por minuto lectura meta meses hijo hija reporte
incorrect correct completed worked started initiated counted rode shelving baseline verbal partial elopement lunch headphones asked leave
normative combined multiplication mixed formulated recommend sentence mid midyear fall norm spring winter
autumn term trimester certified substitute teachers intermediate middle math mathematics journal morning return turns turned learner pattern
comma commas misses maintenance recommended minimum memo mom moms summer summary rhythm sum swim seem team term terms firm farm
front fern govern internal external intern modern concern earned burned churn yarn worn born horn torn stern lantern cavern pattern saturn
government alternate alternating carnival garnish kernel ornament tournament corner corners varnish western eastern northern southern
`;

/** Every word that a misread word may be turned into. */
export const fieldWords: readonly string[] = [...new Set(`${everyday} ${school}`.split(/\s+/).filter(Boolean))];
