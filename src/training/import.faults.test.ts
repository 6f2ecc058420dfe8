import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCatalogue } from './import.reading.ts'

const HEAD =
  'code;titel;wat kun je daarna;vorm;uren;prijs;kenmerken;datum;begintijd;eindtijd;plaats;aantal plaatsen;nog vrij'

/** What is said of these rows, item by item. */
async function saidOf(...rows: string[]): Promise<string[][]> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from([HEAD, ...rows].join('\n'))
  }
  const said: string[][] = []
  for await (const { kind, faults } of readCatalogue(bytes())) said.push([kind, ...faults])
  return said
}

const NO_CODE =
  'code: deze regel heeft geen eigen code. Geef elke training er een, bijvoorbeeld T-12; daaraan herkennen we hem de volgende keer.'
const FORMS =
  '“op locatie”, “online, samen met anderen”, “deels online, deels op locatie”, “op je eigen werkplek”, “online, in je eigen tempo”'
const HOURS = 'uren: hier staat “veel”. Vul de studielast in uren in, bijvoorbeeld 6 of 1,5.'
const PLACE = 'plaats: hier staat niets. Schrijf de naam van de plaats of de gemeente, of “online”.'
const GOOD = 'B-1;Goed;Je kunt iets.;op locatie;6;;;;;;;;'

for (const [row, ...items] of [
  [
    'B-2;Fout;;in het bos;veel;duur;;;;;;;',
    [
      'course',
      `vorm: “in het bos” kennen we niet. Kies uit: ${FORMS}.`,
      'wat kun je daarna: hier staat niets. Schrijf wat iemand daarna kan, in één of twee zinnen.',
      HOURS,
      'prijs: hier staat “duur”. Schrijf de prijs in euro’s, bijvoorbeeld 395 of 12,50. Of schrijf “gratis”. Leeg betekent: op aanvraag.',
    ],
  ],
  [';Zonder code;Je kunt iets.;op locatie;veel;;;;;;;;', ['course', NO_CODE, HOURS]],
  [';;;;;;;9-2-2027;;;;;', ['offering', NO_CODE, PLACE]],
  // A course and a date on one row, and of both everything.
  [
    'B-3;;Je kunt iets.;online;2;;signaleren: vaak;31-2-2027, of 30-2-2027;half tien;9.00;;veel;4',
    [
      'course',
      'kenmerken: achter “signaleren” staat “vaak”. Kies uit: “kennismaken”, “oefenen”, “verdiepen”.',
      'titel: hier staat niets. Geef de training een naam.',
    ],
    [
      'offering',
      'datum: “31-2-2027, of 30-2-2027” is geen dag. Schrijf hem zo: 9-11-2027.',
      'begintijd: hier staat “half tien”. Schrijf de tijd zo: 9.30.',
      'aantal plaatsen: hier staat “veel”. Schrijf het aantal plaatsen als getal, of laat het leeg.',
      PLACE,
    ],
  ],
  [
    'B-1;;;;;;;di 31-2-2027;16.30;9.30;Nergenshuizen;4;9',
    [
      'offering',
      'datum: “di 31-2-2027” is geen dag die bestaat. Kijk hem nog eens na.',
      'plaats: hier staat “Nergenshuizen”. Schrijf de naam van de plaats of de gemeente, of “online”.',
      'eindtijd: hier staat “9.30”. De eindtijd komt na de begintijd. Vul ze allebei in.',
      'nog vrij: hier staat “9”. Er zijn meer plaatsen vrij dan er plaatsen zijn. Kijk beide getallen na.',
    ],
  ],
  [
    'B-1;;;;;;;31 februari 2027;9.30;12.30;Assen;;',
    ['offering', 'datum: “31 februari 2027” is geen dag die bestaat. Kijk hem nog eens na.'],
  ],
  [
    'B-1;;;;;;;9-3-2027;9.30;12.30;Bergen;;',
    [
      'offering',
      'plaats: hier staat “Bergen”. Er is meer dan één plaats die zo heet. Schrijf welke: “Bergen (L.)” of “Bergen (NH.)”.',
    ],
  ],
  ['B-1;;;;;;;9-3-2027;9.30;12.30;Bergen (NH.);;', ['offering']],
  ['B-1;;;;;;;dinsdag, 9-mrt-2027;9.30;12.30;Assen;;', ['offering']],
  [
    'B-1;Beter;;in het bos;;;;3-3-2027;;;Assen;;',
    [
      'course',
      `titel, vorm: hier staat iets anders dan op regel 2, over dezelfde training “B-1”. Maak het gelijk, of laat het hier leeg. De datum kijken we apart na.`,
      `vorm: “in het bos” kennen we niet. Kies uit: ${FORMS}.`,
    ],
    ['offering'],
  ],
] as const)
  test(`import: everything is said of ${row}`, async () => assert.deepEqual((await saidOf(GOOD, row)).slice(1), items))

test('import: every day of a date that is none is named, and a text that is too long with its length', async () => {
  const [, , date] = await saidOf(
    GOOD,
    'B-4;Vier;Je kunt iets.;online;1;;;"31-2-2027; ooit; 30-2-2027; eens";;;online;;',
  )
  assert.deepEqual(date, [
    'offering',
    'datum: “31-2-2027”, “30-2-2027” zijn geen dagen die bestaan. Kijk ze nog eens na. “ooit”, “eens” zijn geen dagen. Schrijf ze zo: 9-11-2027.',
  ])
  const [[, long] = []] = await saidOf(`B-5;${'a'.repeat(121)};Je kunt iets.;online;1;;;;;;;;`)
  assert.equal(long, `titel: hier staat “${'a'.repeat(40)}…”. Houd het bij hooguit 120 tekens. Nu zijn het er 121.`)
})

test('import: a date that comes twice is told which, whatever else is wrong with it', async () => {
  const [, , twice] = await saidOf(GOOD, 'B-1;;;;;;;9-2-2027;9.30;;Assen;;', 'B-1;;;;;;;9-2-2027;14.00;;Assen;;')
  assert.deepEqual(twice, [
    'offering',
    'Op deze dag en plaats staat al een keer, op regel 3. Geef ze allebei een eigen code in de kolom “datumcode”.',
  ])
})

for (const [what, first] of [
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ['a photo', [0xff, 0xd8, 0xff, 0xe0]],
  ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF', [...Buffer.from('%PDF-1.7')]],
] as const)
  test(`${what} is no catalogue, and the way out is said`, async () => {
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield Uint8Array.from(first)
    }
    await assert.rejects(async () => {
      for await (const item of readCatalogue(bytes())) assert.fail(`read ${item.kind}`)
    }, /Dit is geen tabel die we kunnen lezen\. Stuur het als Excel \(\.xlsx\) of als CSV/)
  })
