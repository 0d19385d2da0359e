/** Pages of IEPs as different districts lay them out; people and schools are made up. */

export const numberedGoals = `ALDER CREEK SCHOOL DISTRICT
INDIVIDUALIZED EDUCATION PROGRAM

Student: Jordan Tellman        DOB: 3/14/2017      Grade: 3
Meeting date: 5/20/2025        Annual review due: 5/19/2026

PRESENT LEVELS
Jordan reads 52 words correct per minute on grade 3 passages (9/12/2024: 38). He enjoys science.

MEASURABLE ANNUAL GOALS

1. Reading fluency. By 5/19/2026, given a grade 3 passage, Jordan will read 95 words correct per minute
   with no more than 3 errors on 3 consecutive weekly probes. Baseline: 52 wcpm (5/12/2025).
   Progress will be measured weekly.

2. Math computation. By 5/19/2026, Jordan will solve two-digit subtraction problems with 80% accuracy in 4 of 5
   trials, as measured by teacher-made quizzes every two weeks. Baseline: 35% (5/9/2025).

3. Behavior. By 5/19/2026, when frustrated, Jordan will call out no more than 2 times per day over 10 school days,
   as measured by daily tally. Baseline: 9 call-outs per day.

SPECIAL EDUCATION AND RELATED SERVICES
Service                     Minutes        Frequency     Location          Start       End
Specialized instruction     150 min        weekly        resource room     5/20/2025   5/19/2026
Speech-language therapy     2 x 30 min     weekly        speech room       5/20/2025   5/19/2026
Counseling                  60 min         monthly       office            9/2/2025    5/19/2026

Signatures: P. Vandermeer, R. Tellman`;

/** The last goal's present level is not a number. */
export const labelledGoals = `IEP - Goals and Objectives                                  Page 4 of 11
Student Name: Maribel Ocasio-Dunn                           IEP Date: 10/02/2025

Annual Goal #1
Area of need: Written expression
Present level of performance: On 9/22/2025 Maribel scored 6 out of 16 on the district writing rubric.
Measurable annual goal: Given a graphic organizer, Maribel will write a five-sentence paragraph scoring 12 out of 16 points on the district writing rubric.
Method of measurement: rubric          Schedule: monthly
Target date: 10/01/2026

   Short-term objective 1a: By 1/30/2026 Maribel will score 8 of 16.
   Short-term objective 1b: By 5/30/2026 Maribel will score 10 of 16.

Annual Goal #2
Area of need: Task initiation
Present level of performance: Maribel currently takes 180 seconds to begin an independent task (September 2025).
Measurable annual goal: When given a direction, Maribel will begin the task within 45 seconds in 4 of 5 opportunities.
Method of measurement: timer           Schedule: weekly
Target date: 10/01/2026

Annual Goal #3
Area of need: Peer interaction
Present level of performance: Maribel rarely plays with peers.
Measurable annual goal: Maribel will initiate play with a peer 5 times per recess.
Method of measurement: observation     Schedule: weekly
Target date: 10/01/2026`;

export const goalTable = `Millpond Elementary School                      IEP SUMMARY OF GOALS AND SERVICES
Student: Caleb Merriweather   Grade 4           Plan dates: 09/15/2025 to 09/14/2026

Goal area              Baseline              Target                 Measured by           How often
Oral reading           61 wcpm (9/10/25)     118 wcpm (9/14/26)     CBM probe             weekly
Sight words            22 of 50 (9/9/25)     45 of 50 (9/14/26)     word list             every 2 weeks
On-task behavior       40% of intervals      80% of intervals       interval recording    daily
Independent reading    Level F               Level M                running record        monthly
Phonics                                      90% (9/14/26)          quiz                  weekly

Related service        Minutes per week      Provider
Occupational therapy   30                    S. Dahl
Reading support        200                   F. Amadi`;

/** Reports go home quarterly; that is not how often progress is measured. */
export const boxedGoals = `CONFIDENTIAL                INDIVIDUALIZED EDUCATION PROGRAM                 Page 6 of 12
Student: Rafaela Montoya        IEP Begin Date: 09/08/2025     IEP End Date: 09/07/2026

GOAL #1 OF 3                                   Goal Area: Functional Math
Baseline: When given a coin set, Rafaela makes a purchase amount correctly in 4 out of 12 trials (9/3/2025).
Annual Goal: By 09/07/2026, when given a price tag up to $20, Rafaela will count out the next dollar amount
with 80% accuracy across 3 consecutive sessions as measured by teacher data collection.
Progress will be reported: Quarterly     Data collected: Weekly
Benchmark 1: 50% accuracy by 12/19/2025
Benchmark 2: 65% accuracy by 3/27/2026

GOAL #2 OF 3                                   Goal Area: Vocational
Baseline: Works independently for 8 minutes before needing a break.
Annual Goal: By 09/07/2026, Rafaela will work independently on an assigned job task for 25 minutes without a
break in 4 of 5 opportunities.
Progress will be reported: Quarterly     Data collected: Daily

GOAL #3 OF 3                                   Goal Area: Communication
Baseline: Rafaela needs level 2 (gesture) prompting to ride the city bus.
Annual Goal: By 09/07/2026, Rafaela will ride the city bus at prompt level 4 (independent).
Data collected: Monthly`;

export const letteredGoals = `Stonebridge Middle School
IEP Annual Review - Callum Vantongeren (Gr 8)
Date of meeting: November 3, 2025. Next annual review: November 2, 2026.

Goals for the year
A. Callum will turn in 9 of 10 assignments each week by November 2, 2026, checked weekly. (Baseline 5 of 10)
B. Callum will keep his breaks to a total of 10 minutes or less each day by November 2, 2026. Baseline 35 minutes; teacher log, daily.
C. Callum will answer inferential questions about grade 8 passages with 80% accuracy on 3 quizzes in a row by November 2, 2026, starting from 55%; quizzes every other week.

Services
Counseling with Mr. Idle - 30 min each week
Resource English - 5 x 45 min per week
Speech consult - 1 hour per month
Accommodations: extra time 150%, breaks of 5 minutes, front seat`;

export const goalsInProse = `INDIVIDUALIZED EDUCATION PROGRAM (IEP)
Name: Kezia Lindqvist     ID 44120     Date of IEP: January 8, 2026

GOAL 1 - SELF-CARE: Handwashing
Kezia will complete the 9 steps of the handwashing routine independently, 8 of 9 steps on 4 of 5 consecutive days,
by January 7, 2027. She completes 4 of 9 steps now. Data are taken daily.

GOAL 2 - COMMUNICATION
Given visual supports, Kezia will request help using her device 10 times per day across settings by January 7, 2027.
Current performance: 3 times per day (12/2025).

GOAL 3 - INDEPENDENCE
Kezia will reduce the time she is away from her seat from 25 minutes per day to 5 minutes per day by January 7, 2027.

GOAL 4 - LITERACY
Kezia will name 26 of 26 lowercase letters by January 7, 2027, up from 11 of 26 at baseline, measured monthly.

SERVICES
Speech/language therapy, 30 minutes, 3 times per week
Occupational therapy: 45 minutes per month (consult)
Adapted PE - 2 sessions per week, 30 minutes each
Special education teacher: 60 minutes daily`;

/** A plan for Soren Halvorsen of the samples: one goal is whole, the other lacks its baseline. */
export const blurtingPlan = `Kestrel Valley School District
Individualized Education Program
Student: Soren Halvorsen             DOB: 01/22/2016        Grade: 3      IEP meeting date: 04/02/2026

MEASURABLE ANNUAL GOALS
Goal 1 Behavior - Blurting Out
By 04/01/2027 Soren will reduce blurting out to 2 or fewer times per day.
Baseline: 5 per day. Measured daily by frequency count.

Goal 2 Writing
By 04/01/2027 Soren will score 12 of 16 points on the paragraph rubric.
Measured monthly by work samples.

SPECIAL EDUCATION AND RELATED SERVICES
Service                                Minutes    Frequency      Begin           End
Specialized Reading Instruction        90         weekly         04/02/2026      04/01/2027`;
