import { type FileKind, kindFacts } from './kind.ts'

/** Every way a file is refused, as whoever sent it reads it. */
export const SENTENCE = {
  kind: 'Dit soort bestand kunnen we niet aannemen. Stuur een pdf, Word- (docx), OpenDocument- (odt) of Excel-bestand (xlsx), of een foto (jpg, png, webp).',
  empty: 'Dit bestand is leeg. Kies een ander bestand.',
  large:
    'Dit bestand is groter dan 25 MB. Maak het kleiner, bijvoorbeeld door de foto’s erin te verkleinen, en stuur het opnieuw.',
  broken: 'We kunnen dit bestand niet openen: het lijkt beschadigd. Sla het opnieuw op en stuur het nog eens.',
  twofold:
    'In dit bestand zit nog een ander bestand of stuk webpagina verstopt. Sla het opnieuw op en stuur het nog eens.',
  locked:
    'Dit bestand is beveiligd met een wachtwoord of slot, dus we kunnen het niet nakijken. Haal de beveiliging eraf en stuur het opnieuw.',
  costly: 'Dit bestand is te ingewikkeld om na te kijken. Sla het op als pdf, of in delen, en stuur het opnieuw.',
  busy: 'Er worden nu veel bestanden nagekeken. Probeer het over een minuut opnieuw.',
  pixels: 'Deze foto heeft meer dan 40 miljoen beeldpunten. Verklein hem en stuur hem opnieuw.',
  script: 'In deze pdf zit een programma of een opdracht die iets start. Druk hem opnieuw af als pdf en stuur die.',
  enclosed: 'In deze pdf zit een ander bestand als bijlage. Haal dat eruit en stuur het apart.',
  macro: 'In dit document zit een macro. Sla het op zonder macro’s, of als pdf, en stuur het opnieuw.',
  embedded:
    'In dit document zit een ander bestand, bijvoorbeeld een werkblad achter een grafiek. Sla het op als pdf en stuur dat.',
  outside:
    'Dit document haalt iets op van een andere plek. Verbreek die koppeling, of sla het op als pdf, en stuur het opnieuw.',
  bomb: 'Dit bestand wordt bij het uitpakken veel te groot. Sla het op als pdf en stuur dat.',
  names: 'In dit bestand staan namen die buiten het bestand wijzen. Sla het opnieuw op en stuur het nog eens.',
  many: 'Dit document bestaat uit meer dan 1.000 onderdelen. Sla het op als pdf en stuur dat.',
  virus:
    'In dit bestand is een virus gevonden. We hebben het niet bewaard. Laat je computer nakijken en stuur een schone versie.',
  quota: 'Hier is al 500 MB aan bestanden bewaard. Haal eerst een bestand weg dat niet meer nodig is.',
  storage: 'We kunnen je bestand nu niet bewaren. Probeer het over een paar minuten opnieuw.',
  unreachable: 'We kunnen dit bestand nu niet ophalen. Probeer het over een paar minuten opnieuw.',
  waiting: 'We controleren dit bestand nog. Probeer het over een paar minuten opnieuw.',
} as const

/** A name says one thing and the bytes another. */
export function liesAbout(kind: FileKind): string {
  const { word } = kindFacts[kind]
  return `De naam zegt dat dit een ${word}-bestand is, maar de inhoud is dat niet. Open het in het programma waarin het gemaakt is, sla het op als ${word}-bestand en stuur het opnieuw.`
}
