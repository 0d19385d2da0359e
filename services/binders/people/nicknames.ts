/** Short forms under which teachers write a given name. */
const groups = [
  'abigail abby gail',
  'alexander alexandra alex xander sasha',
  'alejandro alejandra alex ale',
  'andrew drew andy',
  'anthony tony',
  'antonio toño tony',
  'benjamin ben benny',
  'catherine katherine kathryn kate katie kathy cathy',
  'charles charlie chuck',
  'christopher chris topher',
  'christina cristina chris tina',
  'daniel dan danny',
  'daniela dani',
  'david dave davey',
  'dominic dom nick',
  'edward eddie ed ted',
  'elizabeth liz lizzie beth eliza betsy',
  'emily em emmy',
  'francisco paco pancho',
  'frederick fred freddie',
  'gabriel gabriela gabe gabby',
  'guadalupe lupe lupita',
  'gregory greg',
  'guillermo memo',
  'isabella isabel izzy bella isa',
  'jacob jake',
  'james jim jimmy jamie',
  'jennifer jen jenny',
  'jesus chuy',
  'jessica jess jessie',
  'john johnny jack',
  'jonathan jon',
  'jose pepe',
  'joseph joe joey',
  'joshua josh',
  'kimberly kim',
  'lawrence larry',
  'leonardo leo',
  'leonard leo lenny',
  'lillian lily lilly',
  'madeline maddie maddy',
  'margaret maggie meg peggy',
  'matthew matt matty',
  'maximilian maximus max',
  'michael mike mikey',
  'mohammed mohamed muhammad mo',
  'natalie nat',
  'nathaniel nathan nate',
  'nicholas nicolas nick nico',
  'oliver ollie',
  'olivia liv livvy',
  'patrick pat paddy',
  'patricia pat patty trish',
  'peter pete',
  'rebecca becca becky',
  'richard rick ricky dick',
  'robert rob bob bobby robbie',
  'samuel samantha sam sammy',
  'santiago santi',
  'stephen steven steve',
  'susan sue suzy',
  'theodore theo teddy ted',
  'thomas tom tommy',
  'timothy tim timmy',
  'victoria vicky tori',
  'vincent vince vinny',
  'william will bill billy liam',
  'zachary zach zack',
];

const shortForms = new Map<string, Set<string>>();
for (const group of groups) {
  const names = group.split(' ');
  for (const [index, name] of names.entries()) {
    const others = shortForms.get(name) ?? new Set<string>();
    // The full form has every short form; a short form stands for the full form alone.
    for (const other of index === 0 ? names.slice(1) : [names[0] ?? '']) others.add(other);
    shortForms.set(name, others);
  }
}

/** Other forms of a given name, lower case. */
export function otherFormsOf(givenName: string): string[] {
  return [...(shortForms.get(givenName.toLowerCase()) ?? [])];
}
