import type { SitePage } from '../thread/index.ts'

/** Address, title, one line, and the words people use for it that do not stand in its title. */
const PAGES: readonly [href: string, title: string, line: string, words: string][] = [
  [
    '/reflectie',
    'Reflectie',
    'Kijk in tien minuten naar je eigen werk, zonder account en zonder cijfer.',
    'zelfreflectie zelftest test vragenlijst zinnen begin invullen',
  ],
  [
    '/reflectie/verder',
    'Verder met een bewaarcode',
    'Open een reflectie die je eerder bewaarde.',
    'reflectie code openen terug hervatten verdergaan opgeslagen antwoorden uitslag',
  ],
  [
    '/reflectie/verantwoording',
    'Verantwoording van de reflectie',
    'Wat de reflectie is en niet is, hoe zij gemaakt is en waar haar grenzen liggen.',
    'betrouwbaar onderzoek gemaakt onderbouwing methode wetenschap',
  ],
  [
    '/kenmerken',
    'De kenmerken van goed werk',
    'Vijf kenmerken van goed sociaal werk. Geen verplicht kader.',
    'kwaliteitskenmerken normen standaarden kwaliteit lijst',
  ],
  [
    '/handreikingen/kwaliteitsstandaarden/2010',
    'De oudere kwaliteitsstandaarden',
    'De lijst van 2010, en wat ervan geworden is.',
    'normen standaarden 2010 vervangen oud',
  ],
  [
    '/wat-mag-je-verwachten',
    'Wat mag je verwachten?',
    'Wat een inwoner van een sociaal werker krijgt, in gewone woorden.',
    'inwoner client burger rechten hulp',
  ],
  [
    '/competenties',
    'Competenties',
    'Wat een sociaal werker kan, en bij welke kenmerken dat hoort.',
    'competentie vaardigheden beroep professional',
  ],
  [
    '/praktijken',
    'Praktijken',
    'Wat mensen in het land doen dat helpt, om in te zoeken.',
    'voorbeelden databank bank projecten aanpak goede praktijkvoorbeelden',
  ],
  [
    '/praktijken/kaart',
    'Praktijken op de kaart',
    'In welke gemeenten gebeurt wat.',
    'kaart gemeente landkaart regio buurt',
  ],
  [
    '/praktijken/aanmelden',
    'Een praktijk aanmelden',
    'Stuur in wat bij jullie werkt. Tien korte pagina’s, zonder account.',
    'aanmelding nomineren nomineer insturen project indienen meedoen oproep',
  ],
  [
    '/praktijken/aanmelden/verder',
    'Verder met je aanmelding',
    'Ga met je code verder waar je stopte.',
    'code hervatten verdergaan kwijt bewaarcode aanmelden',
  ],
  [
    '/praktijken/teruglezen',
    'Teruglezen wat je zei',
    'Was je geïnterviewd? Lees je woorden terug, of neem ze terug. Link kwijt? Vraag hem hier opnieuw aan.',
    'citaat citaten interview gesprek terugnemen intrekken verwijderen kwijt mail',
  ],
  [
    '/oproepen',
    'Oproepen',
    'De jaarlijkse uitnodiging om praktijken in te sturen, met thema’s en criteria.',
    'oproep themas criteria jaar termijn deadline sluitingsdatum',
  ],
  [
    '/olympiades',
    'Olympiades',
    'Gesprekken in rondes over wat goed werk is, en wat eruit kwam.',
    'olympiade meedoen meepraten stemmen panel ronde uitnodiging link kwijt verloren',
  ],
  ['/werkgroepen', 'Werkgroepen', 'Wie samen praktijken leest en er zinnen van maakt.', 'werkgroep zinnen meelezen'],
  [
    '/doe-mee',
    'Meedoen in de zaal',
    'Vul de code in die op het scherm staat.',
    'zaalcode code scherm live zaal meedoen stemmen qr',
  ],
  [
    '/scholing',
    'Een training vinden',
    'Zoek een training op plaats, provincie, maand en prijs.',
    'trainingen scholing cursus cursussen opleiding opleidingen bijscholing leren workshop',
  ],
  [
    '/scholing/kaart',
    'Trainingen op de kaart',
    'In welke gemeenten je een training kunt volgen.',
    'scholing cursus kaart gemeente landkaart regio',
  ],
  [
    '/scholing/leervormen',
    'Leren van elkaar',
    'Manieren om te leren zonder opleider, zoals intervisie.',
    'leervormen intervisie meelopen collega leervorm',
  ],
  [
    '/open-data',
    'Open data',
    'Alles wat hier gepubliceerd is, als tabel, feed of agenda om mee te nemen.',
    'opendata data dataset download downloaden csv excel tabel bestand rss atom feed nieuwslezer agenda ical ics abonneren licentie hergebruik',
  ],
  [
    '/api',
    'De API',
    'Voor wie bouwt: zoeken en lezen als JSON, met voorbeelden.',
    'json rest openapi swagger koppeling koppelen ontwikkelaar developer programmeren oeapi case',
  ],
  [
    '/insluiten',
    'Ons zoekveld op jullie site',
    'Zet ons zoekveld op de site van je gemeente of organisatie.',
    'zoekveld widget insluiten embed iframe inbouwen website zoekbalk oembed',
  ],
  [
    '/over',
    'Over Verankerd',
    'Wat Verankerd is, voor wie het er is, en wat het niet is.',
    'movisie vws organisatie initiatief wij',
  ],
  [
    '/zo-werkt-het',
    'Zo werkt het',
    'Hoe praktijken, gesprekken en kenmerken in elkaar grijpen.',
    'uitleg hulp help werking werkt handleiding',
  ],
  [
    '/geschiedenis',
    'Geschiedenis',
    'Waar dit vandaan komt: het programma Professionaliteit Verankerd.',
    'professionaliteit verankerd vroeger achtergrond',
  ],
  [
    '/werkgevers',
    'Voor werkgevers',
    'Wat een leidinggevende wel en niet kan met de reflectie van een team.',
    'werkgever leidinggevende manager teamleider baas verplichten uitslag zien',
  ],
  [
    '/privacy',
    'Privacy',
    'Wie wat ziet, wat we bewaren en hoe lang.',
    'avg gdpr persoonsgegevens gegevens cookies bewaren verwijderen geheim privacyverklaring',
  ],
  [
    '/verwerkingsregister',
    'Verwerkingsregister',
    'Elke soort gegevens die we bewaren: waarom, hoe lang en wie erbij kan.',
    'avg gegevens verwerking bewaartermijn register',
  ],
  [
    '/toegankelijkheid',
    'Toegankelijkheid',
    'Hoe toegankelijk deze site is, en wat je doet als iets niet lukt.',
    'toegankelijkheidsverklaring wcag schermlezer blind slechtziend beperking',
  ],
  [
    '/beveiliging',
    'Beveiliging',
    'Hoe we je gegevens beschermen, en hoe je een lek meldt.',
    'veiligheid lek melden kwetsbaarheid security hack versleuteld',
  ],
  [
    '/contact',
    'Contact',
    'Een vraag, een klacht of een fout gezien? Zo bereik je ons.',
    'mail mailen mailadres e-mail telefoon telefoonnummer bellen adres vraag vragen klacht helpdesk fout melden bereiken redactie',
  ],
  [
    '/inloggen',
    'Inloggen',
    'Met een code per mail, een passkey of via je organisatie.',
    'inlog login aanmelden account wachtwoord inlogcode passkey registreren kwijt',
  ],
  [
    '/mijn',
    'Mijn pagina',
    'Wat van jou is: je reflecties, wat je bewaarde, je aanmeldingen en je gegevens.',
    'account profiel gegevens bewaard wissen verwijderen instellingen mailadres',
  ],
  ['/menu', 'Menu', 'Alles van deze site op één pagina.', 'sitemap overzicht navigatie inhoud'],
]

/** The fixed pages of this site, for whoever looks for one of them and not for what is published. */
export const SITE_PAGES: readonly SitePage[] = PAGES.map(([href, title, line, words]) => ({ href, title, line, words }))
