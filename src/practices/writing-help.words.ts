/** A word of the field, as its reader might not know it, and what you could write instead. */
export interface JargonWord {
  /** As it may stand in a text; the stem is enough: "faciliter" finds faciliteren and faciliteert. */
  stem: string
  word: string
  plainer: string
}

const list = (rows: [word: string, plainer: string, stem?: string][]): JargonWord[] =>
  rows.map(([word, plainer, stem = word]) => ({ word, plainer, stem }))

/** Words of the trade with a plainer one beside them. Our own list; it grows with what we come across. */
export const JARGON: readonly JargonWord[] = list([
  ['actoren', 'mensen en organisaties', 'actor'],
  ['afschalen', 'minder hulp geven', 'afscha'],
  ['agenderen', 'op tafel leggen', 'agender'],
  ['arrangement', 'afspraken over hulp'],
  ['attitude', 'houding'],
  ['begeleidingstraject', 'begeleiding'],
  ['bejegening', 'hoe je met iemand omgaat'],
  ['betrokkenen', 'de mensen om wie het gaat'],
  ['borgen', 'zorgen dat het blijft', 'borg'],
  ['burgerparticipatie', 'bewoners die meedoen'],
  ['casuïstiek', 'verhalen uit de praktijk'],
  ['casus', 'situatie van iemand'],
  ['cliëntgericht', 'met de cliënt voorop'],
  ['cliëntsysteem', 'iemand en de mensen om hem heen'],
  ['coördinatie', 'afstemmen wie wat doet'],
  ['deskundigheidsbevordering', 'bijscholing'],
  ['doelgroep', 'de mensen voor wie het is'],
  ['doelmatig', 'zonder verspilling'],
  ['draagkracht', 'wat iemand aankan'],
  ['draagvlak', 'steun'],
  ['effectief', 'wat werkt'],
  ['empowerment', 'mensen sterker maken'],
  ['evaluatie', 'terugkijken'],
  ['expertise', 'kennis en ervaring'],
  ['faciliteren', 'mogelijk maken', 'faciliter'],
  ['generiek', 'voor iedereen gelijk'],
  ['hulpvraag', 'waar iemand hulp bij wil'],
  ['impact', 'gevolg'],
  ['implementeren', 'invoeren', 'implement'],
  ['inclusief', 'voor iedereen'],
  ['indicatie', 'besluit dat je hulp krijgt'],
  ['integraal', 'samen, in één keer', 'integra'],
  ['interventie', 'aanpak'],
  ['intake', 'eerste gesprek'],
  ['ketenpartners', 'organisaties met wie je samenwerkt', 'ketenpartner'],
  ['keukentafelgesprek', 'gesprek bij iemand thuis'],
  ['kwetsbare burgers', 'mensen die het moeilijk hebben', 'kwetsbare burger'],
  ['laagdrempelig', 'waar je makkelijk binnenloopt'],
  ['leefwereld', 'het gewone leven van mensen'],
  ['maatwerk', 'wat bij iemand past'],
  ['mantelzorgondersteuning', 'hulp voor mantelzorgers'],
  ['methodisch', 'volgens een vaste manier van werken'],
  ['monitoren', 'volgen', 'monitor'],
  ['multidisciplinair', 'met verschillende beroepen samen'],
  ['netwerkpartners', 'organisaties met wie je samenwerkt', 'netwerkpartner'],
  ['nulmeting', 'hoe het was toen je begon'],
  ['ontschotten', 'zonder schotten samenwerken', 'ontschot'],
  ['op- en afschalen', 'meer of minder hulp geven'],
  ['outreachend', 'naar mensen toe gaan'],
  ['participatie', 'meedoen'],
  ['preventief', 'voordat het misgaat'],
  ['problematiek', 'problemen'],
  ['randvoorwaarden', 'wat op orde moet zijn', 'randvoorwaarde'],
  ['regie', 'zelf beslissen'],
  ['resultaatgericht', 'met het resultaat voor ogen'],
  ['signaleren', 'zien en zeggen', 'signaler'],
  ['sociaal domein', 'zorg en welzijn in de gemeente'],
  ['sociale cohesie', 'hoe mensen met elkaar verbonden zijn'],
  ['stakeholders', 'wie erbij betrokken zijn', 'stakeholder'],
  ['systeemwereld', 'regels en formulieren'],
  ['toeleiden', 'de weg wijzen naar', 'toelei'],
  ['traject', 'begeleiding, in stappen'],
  ['uitrollen', 'ook op andere plekken beginnen', 'uitrol'],
  ['vraaggericht', 'vanuit wat iemand vraagt'],
  ['vroegsignalering', 'op tijd zien dat het misgaat'],
  ['zelfredzaamheid', 'jezelf kunnen redden', 'zelfredza'],
  ['zorgmijders', 'mensen die hulp uit de weg gaan', 'zorgmijder'],
])

/** A name or abbreviation that needs a few words the first time, with the words that would do. */
export interface FieldTerm {
  term: string
  means: string
}

/** Names of the field that not everyone knows. */
export const TERMS: readonly FieldTerm[] = [
  { term: 'AVG', means: 'de wet over persoonsgegevens' },
  { term: 'bemoeizorg', means: 'hulp voor wie er niet om vraagt' },
  { term: 'FACT', means: 'een team van ggz-hulpverleners dat mensen thuis opzoekt' },
  { term: 'ggz', means: 'geestelijke gezondheidszorg' },
  { term: 'herstelgericht', means: 'gericht op weer een eigen leven leiden' },
  { term: 'IPS', means: 'een manier om mensen met een psychische aandoening aan werk te helpen' },
  { term: 'JIM', means: 'een mentor die de jongere zelf kiest' },
  { term: 'LVB', means: 'een licht verstandelijke beperking' },
  { term: 'mantelzorger', means: 'wie voor een naaste zorgt' },
  { term: 'POH', means: 'de praktijkondersteuner van de huisarts' },
  { term: 'presentie', means: 'er zijn voor iemand, zonder haast' },
  { term: 'Participatiewet', means: 'de wet over bijstand en werk' },
  { term: 'respijtzorg', means: 'zorg even overnemen van een mantelzorger' },
  { term: 'SROI', means: 'wat iets de samenleving oplevert, in geld gezegd' },
  { term: 'Wlz', means: 'de wet over langdurige zorg' },
  { term: 'Wmo', means: 'Wet maatschappelijke ondersteuning' },
  { term: 'Zvw', means: 'de zorgverzekeringswet' },
]
