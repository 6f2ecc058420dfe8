/** Who may do what in the domain of the Olympiade; a part of the table in `permissions.ts`. */
import { itemId } from '../src/thread/index.ts'
import type { Permission } from './permission.ts'

const STANDARD = itemId('standard', 'eigen-kracht-versterken')
const page: Permission = { may: 'everyone' }

const mine: Permission = { may: 'signed in' }
const invalid = [400]

const late = [409]
const editors: Permission = { may: ['editor'] }
const chairs: Permission = { may: ['chair'] }
/** Who types over what is on paper. */
const typists: Permission = { may: ['chair', 'editor'] }
/** Whoever opened their invitation in this browser, whatever their role. */
const panel: Permission = { may: 'everyone', scene: 'panellist' }
const open = '/olympiades/{openOlympiad}'
const asking = '/olympiades/{askingOlympiad}'
const planned = '/olympiades/{plannedOlympiad}'
const done = '/olympiades/{doneOlympiad}'
/** A finished one. */
const REPORTED = '/olympiades/{namedOlympiad}'

/** Making an Olympiade and chairing it. */
const leading: Record<string, Permission> = {
  'GET /redactie/olympiades': editors,
  'POST /redactie/olympiades': { ...editors, answers: invalid },
  'GET /redactie/olympiades/:slug': { ...editors, at: '/redactie/olympiades/{openOlympiad}' },
  'POST /redactie/olympiades/:slug/voorzitters': {
    ...editors,
    at: '/redactie/olympiades/{openOlympiad}/voorzitters',
    answers: invalid,
  },
  'POST /redactie/olympiades/:slug/werkgroepen': { ...editors, at: '/redactie/olympiades/{openOlympiad}/werkgroepen' },
  'GET /olympiades/:slug/voorzitter': { ...chairs, at: `${open}/voorzitter` },
  'POST /olympiades/:slug/voorzitter/aankondiging': { ...chairs, at: `${planned}/voorzitter/aankondiging` },
  'GET /olympiades/:slug/voorzitter/opzet': { ...chairs, at: `${planned}/voorzitter/opzet` },
  'POST /olympiades/:slug/voorzitter/opzet': { ...chairs, at: `${planned}/voorzitter/opzet`, answers: invalid },
  'GET /olympiades/:slug/voorzitter/spelregels': { ...chairs, at: `${planned}/voorzitter/spelregels` },
  'POST /olympiades/:slug/voorzitter/spelregels': { ...chairs, at: `${planned}/voorzitter/spelregels`, answers: late },
  'GET /olympiades/:slug/voorzitter/rondes/nieuw': { ...chairs, at: `${done}/voorzitter/rondes/nieuw` },
  'POST /olympiades/:slug/voorzitter/rondes': { ...chairs, at: `${done}/voorzitter/rondes`, answers: invalid },
  'GET /olympiades/:slug/voorzitter/rondes/:n{[0-4]}': { ...chairs, at: `${planned}/voorzitter/rondes/1`, alike: true },
  'POST /olympiades/:slug/voorzitter/rondes/:n{[0-4]}': {
    ...chairs,
    at: `${planned}/voorzitter/rondes/1`,
    answers: invalid,
  },
  'POST /olympiades/:slug/voorzitter/rondes/:n{[0-4]}/opening': {
    ...chairs,
    at: `${planned}/voorzitter/rondes/1/opening`,
    answers: invalid,
  },
  'GET /olympiades/:slug/voorzitter/rondes/:n{[0-4]}/verlenging': {
    ...chairs,
    at: `${open}/voorzitter/rondes/1/verlenging`,
  },
  'POST /olympiades/:slug/voorzitter/rondes/:n{[0-4]}/verlenging': {
    ...chairs,
    at: `${open}/voorzitter/rondes/1/verlenging`,
    answers: invalid,
  },
  'GET /olympiades/:slug/voorzitter/rondes/:n{[0-4]}/sluiting': {
    ...chairs,
    at: `${open}/voorzitter/rondes/1/sluiting`,
  },
  'POST /olympiades/:slug/voorzitter/rondes/:n{[0-4]}/sluiting': {
    ...chairs,
    at: `${open}/voorzitter/rondes/1/sluiting`,
    answers: invalid,
  },
  'GET /olympiades/:slug/voorzitter/rondes/:n{[0-4]}/signalen': {
    ...chairs,
    at: `/olympiades/{flaggedOlympiad}/voorzitter/rondes/1/signalen`,
  },
  'POST /olympiades/:slug/voorzitter/rondes/:n{[0-4]}/signalen': {
    ...chairs,
    at: `/olympiades/{flaggedOlympiad}/voorzitter/rondes/1/signalen`,
  },
  'POST /olympiades/:slug/voorzitter/rondes/:n{[0-4]}/signalen/:flag{[0-9a-f-]{36}}/verwijdering': {
    ...chairs,
    at: `/olympiades/{flaggedOlympiad}/voorzitter/rondes/1/signalen/{flagged}/verwijdering`,
    answers: invalid,
  },
  'GET /olympiades/:slug/voorzitter/panel': { ...chairs, at: `${open}/voorzitter/panel` },
  'POST /olympiades/:slug/voorzitter/panel': { ...chairs, at: `${open}/voorzitter/panel`, answers: invalid },
  'GET /olympiades/:slug/voorzitter/papier': { ...chairs, at: `${open}/voorzitter/papier` },
  'POST /olympiades/:slug/voorzitter/papier': { ...chairs, at: `${open}/voorzitter/papier`, answers: invalid },
  'POST /olympiades/:slug/voorzitter/papier/formulieren': {
    ...chairs,
    at: `${open}/voorzitter/papier/formulieren`,
    answers: invalid,
  },
  'GET /olympiades/:slug/voorzitter/papier/zonder-code': {
    ...chairs,
    at: `${open}/voorzitter/papier/zonder-code`,
    isPage: false,
  },
  'GET /olympiades/:slug/papier': { ...typists, at: `${open}/papier` },
  'POST /olympiades/:slug/papier': { ...typists, at: `${open}/papier`, answers: invalid },
  'POST /olympiades/:slug/papier/verschil': { ...typists, at: `${open}/papier/verschil`, answers: invalid },
  'POST /olympiades/:slug/papier/besluit': { ...typists, at: `${open}/papier/besluit`, answers: invalid },
  'GET /olympiades/:slug/voorzitter/toelating': { ...chairs, at: `${open}/voorzitter/toelating` },
  'GET /olympiades/:slug/voorzitter/voorstellen': { ...chairs, at: `${asking}/voorzitter/voorstellen` },
  'GET /olympiades/:slug/voorzitter/voorstellen/:id{[0-9a-f-]{36}}': {
    ...chairs,
    at: `${asking}/voorzitter/voorstellen/{proposed}`,
  },
  'POST /olympiades/:slug/voorzitter/voorstellen/:id{[0-9a-f-]{36}}': {
    ...chairs,
    at: `${asking}/voorzitter/voorstellen/{proposed}`,
    answers: invalid,
  },
  'GET /olympiades/:slug/voorzitter/agenda': { ...chairs, at: '/olympiades/{changing}/voorzitter/agenda' },
  'GET /olympiades/:slug/voorzitter/agenda/:id{[0-9a-f-]{36}}': {
    ...chairs,
    at: '/olympiades/{changing}/voorzitter/agenda/{change}',
  },
  'POST /olympiades/:slug/voorzitter/agenda/:id{[0-9a-f-]{36}}': {
    ...chairs,
    at: '/olympiades/{changing}/voorzitter/agenda/{change}',
    answers: invalid,
  },
  'GET /olympiades/:slug/hertelling.json': { may: ['chair', 'editor'], at: `${done}/hertelling.json`, isPage: false },
  'POST /olympiades/:slug/voorzitter/toelating/:id{[0-9a-f-]{36}}': {
    ...chairs,
    at: `${open}/voorzitter/toelating/{brought}`,
    answers: invalid,
  },
}

/** Taking part: whoever holds the key, and nobody by a role. */
const taking: Record<string, Permission> = {
  'GET /olympiades/:slug': { ...page, at: done },
  'GET /olympiades/:slug/meedoen': { ...panel, at: `${open}/meedoen` },
  'POST /olympiades/:slug/meedoen': { ...page, at: `${open}/meedoen`, answers: invalid },
  'POST /olympiades/:slug/meedoen/groep': { ...panel, at: `${open}/meedoen/groep`, answers: invalid },
  // This one is confidential: it takes no name.
  'POST /olympiades/:slug/meedoen/naam': { ...panel, at: `${open}/meedoen/naam`, answers: late },
  'POST /olympiades/:slug/meedoen/afsluiten': { ...panel, at: `${open}/meedoen/afsluiten` },
  'GET /olympiades/:slug/meedoen/afgesloten': { ...page, at: `${open}/meedoen/afgesloten`, alike: true },
  'GET /olympiades/:slug/meedoen/kwijt': { ...page, at: `${open}/meedoen/kwijt` },
  'POST /olympiades/:slug/meedoen/kwijt': { ...page, at: `${open}/meedoen/kwijt`, answers: invalid },
  'GET /olympiades/:slug/meedoen/kwijt/verstuurd': { ...page, at: `${open}/meedoen/kwijt/verstuurd`, alike: true },
  'GET /olympiades/:slug/meedoen/stoppen': { ...panel, at: `${open}/meedoen/stoppen` },
  // A browser that does not take part: stopping works once.
  'POST /olympiades/:slug/meedoen/stoppen': { ...page, at: `${open}/meedoen/stoppen` },
  'GET /olympiades/:slug/meedoen/gestopt': { ...page, at: `${open}/meedoen/gestopt`, alike: true },
  'GET /olympiades/:slug/voorstel': { ...panel, at: `${asking}/voorstel` },
  'POST /olympiades/:slug/voorstel': { ...panel, at: `${asking}/voorstel`, answers: invalid },
  'GET /olympiades/:slug/zin/:n{[0-9]{1,4}}': { ...panel, at: `${open}/zin/1` },
  'POST /olympiades/:slug/zin/:n{[0-9]{1,4}}': { ...panel, at: `${open}/zin/1`, answers: invalid },
  'GET /olympiades/:slug/zinnen': { ...panel, at: `${open}/zinnen` },
  'POST /olympiades/:slug/zinnen': { ...panel, at: `${open}/zinnen`, answers: invalid },
  'GET /olympiades/:slug/klaar': { ...panel, at: `${open}/klaar` },
  'GET /olympiades/:slug/toelating': { ...page, at: `${done}/toelating` },
  'GET /olympiades/:slug/uitslag': { ...page, at: `${done}/uitslag` },
  'GET /olympiades/:slug/uitslag/:statement{[0-9a-f-]{36}}': {
    ...page,
    at: '/olympiades/{bothOlympiad}/uitslag/{bothJudged}',
  },
  'GET /olympiades/:slug/rondes/:n{[0-4]}': { ...panel, at: `${done}/rondes/1` },
  'GET /olympiades/:slug/rondes/:n{[0-4]}/wie/:statement{[0-9a-f-]{36}}': {
    ...panel,
    at: '/olympiades/{namedOlympiad}/rondes/1/wie/{judged}',
  },
  'GET /olympiades/:slug/rondes/:n{[0-4]}/wie.csv': {
    ...panel,
    at: '/olympiades/{namedOlympiad}/rondes/1/wie.csv',
    isPage: false,
  },
  'POST /olympiades/:slug/rondes/:n{[0-4]}/redenen/:statement{[0-9a-f-]{36}}/intrekking': {
    ...panel,
    at: `${done}/rondes/1/redenen/{judged}/intrekking`,
    answers: late,
  },
  'GET /olympiades/:slug/rondes/:n{[0-4]}/controle': { ...page, at: `${done}/rondes/1/controle` },
}

/** The day and the room. Whoever typed the code in this browser is inside; a stream is no page to open. */
const inside: Permission = { may: 'everyone', scene: 'panellist' }
const stream: Permission = { may: 'everyone', isPage: false, answers: [204] }
const day: Record<string, Permission> = {
  'GET /doe-mee': page,
  'POST /doe-mee': { ...page, answers: invalid },
  'GET /olympiades/:slug/programma': { ...page, at: `${open}/programma` },
  'POST /olympiades/:slug/programma/aanmelding': { ...page, at: `${open}/programma/aanmelding`, answers: invalid },
  'GET /olympiades/:slug/programma/aangemeld': { ...page, at: `${open}/programma/aangemeld` },
  'GET /olympiades/:slug/aanmelding': { ...inside, at: `${open}/aanmelding` },
  'POST /olympiades/:slug/aanmelding': { ...page, at: `${open}/aanmelding`, answers: [410] },
  'POST /olympiades/:slug/aanmelding/wijziging': { ...inside, at: `${open}/aanmelding/wijziging`, answers: invalid },
  'POST /olympiades/:slug/aanmelding/afmelding': { ...page, at: `${open}/aanmelding/afmelding`, answers: [404] },
  'GET /olympiades/:slug/aanmelding/afgemeld': { ...page, at: `${open}/aanmelding/afgemeld`, alike: true },
  'GET /olympiades/:slug/aanmelding/agenda.ics': { ...inside, at: `${open}/aanmelding/agenda.ics`, isPage: false },
  'GET /olympiades/:slug/voorzitter/programma': { ...chairs, at: `${open}/voorzitter/programma` },
  'POST /olympiades/:slug/voorzitter/programma/delen': {
    ...chairs,
    at: `${open}/voorzitter/programma/delen`,
    answers: invalid,
  },
  'POST /olympiades/:slug/voorzitter/programma/delen/:part': {
    ...chairs,
    at: `${open}/voorzitter/programma/delen/{part}`,
    answers: invalid,
  },
  'POST /olympiades/:slug/voorzitter/programma/delen/:part/verwijdering': {
    ...chairs,
    at: `${open}/voorzitter/programma/delen/00000000-0000-4000-8000-000000000999/verwijdering`,
  },
  'POST /olympiades/:slug/voorzitter/programma/tafels': {
    ...chairs,
    at: `${open}/voorzitter/programma/tafels`,
    answers: invalid,
  },
  'POST /olympiades/:slug/voorzitter/programma/tafels/:number': {
    ...chairs,
    at: `${open}/voorzitter/programma/tafels/1`,
    answers: invalid,
  },
  'GET /olympiades/:slug/voorzitter/programma/tafelkaartjes': {
    ...chairs,
    at: `${open}/voorzitter/programma/tafelkaartjes`,
  },
  'GET /olympiades/:slug/voorzitter/aanmeldingen': { ...chairs, at: `${open}/voorzitter/aanmeldingen` },
  'POST /olympiades/:slug/voorzitter/aanmeldingen/uitnodiging': {
    ...chairs,
    at: `${open}/voorzitter/aanmeldingen/uitnodiging`,
  },
  'GET /olympiades/:slug/tafels/:number': { ...chairs, at: `${open}/tafels/1` },
  'POST /olympiades/:slug/tafels/:number/notities': { ...chairs, at: `${open}/tafels/1/notities`, answers: invalid },
  'POST /olympiades/:slug/tafels/:number/notities/:note/zin': {
    ...chairs,
    at: `${open}/tafels/1/notities/{note}/zin`,
    answers: invalid,
  },
  'POST /olympiades/:slug/tafels/:number/notities/:note/reden': {
    ...chairs,
    at: `${open}/tafels/1/notities/{note}/reden`,
    answers: invalid,
  },
  'POST /olympiades/:slug/tafels/:number/notities/:note/verwijdering': {
    ...chairs,
    at: `${open}/tafels/1/notities/00000000-0000-4000-8000-000000000999/verwijdering`,
    answers: [404],
  },
  'GET /olympiades/:slug/live': { ...inside, at: `${open}/live` },
  'POST /olympiades/:slug/live/groep': { ...inside, at: `${open}/live/groep` },
  'POST /olympiades/:slug/live/stem': { ...inside, at: `${open}/live/stem`, answers: invalid },
  'GET /olympiades/:slug/live/stroom': { ...stream, at: `${done}/live/stroom` },
  'GET /olympiades/:slug/zaal': { ...inside, at: `${open}/zaal` },
  'GET /olympiades/:slug/zaal/stroom': { ...stream, at: `${done}/zaal/stroom` },
  'GET /olympiades/:slug/voorzitter/live': { ...chairs, at: `${open}/voorzitter/live` },
  'POST /olympiades/:slug/voorzitter/live': { ...chairs, at: `${planned}/voorzitter/live`, answers: late },
  'POST /olympiades/:slug/voorzitter/live/stap': { ...chairs, at: `${open}/voorzitter/live/stap`, answers: late },
  'POST /olympiades/:slug/voorzitter/live/einde': { ...chairs, at: `${done}/voorzitter/live/einde` },
  'GET /olympiades/:slug/voorzitter/live/stroom': {
    ...chairs,
    at: `${done}/voorzitter/live/stroom`,
    isPage: false,
    answers: [204],
  },
}

const draft = '/olympiades/{draftOlympiad}'
const hidden = { visitor: 'hidden' } as const
const chairOnly: Permission = { ...chairs, ...hidden }
const editorOnly: Permission = { ...editors, ...hidden }
const chairOrEditor: Permission = { may: ['chair', 'editor'], ...hidden }

/** What is not published yet, at routes that are for everyone else. */
export const drafts: Record<string, Permission> = {
  'GET /olympiades/:slug': { ...chairOrEditor, at: draft },
  'GET /olympiades/:slug/programma': { ...chairOrEditor, at: `${draft}/programma` },
  'GET /olympiades/:slug/uitslag': { ...chairOrEditor, at: `${draft}/uitslag` },
  'GET /olympiades/:slug/logboek': { ...chairOrEditor, at: `${draft}/logboek` },
  // One that is announced has a report once its last round is closed.
  'GET /olympiades/:slug/verslag': { ...chairOnly, at: `${open}/verslag` },
  'GET /olympiades/:slug/verslag/docx': { ...chairOnly, at: `${open}/verslag/docx`, costly: true },
  'GET /bundels/:year{[0-9]{4}}': { ...editorOnly, at: '/bundels/2019' },
  'GET /bundels/:year{[0-9]{4}}/case': { ...editorOnly, at: '/bundels/2019/case' },
  'GET /bundels/:year{[0-9]{4}}/csv': { ...editorOnly, at: '/bundels/2019/csv' },
}

export const olympiad: Record<string, Permission> = {
  'GET /olympiades': page,
  // A report is for everyone once the last round is closed.
  'GET /olympiades/:slug/verslag': { ...page, at: `${REPORTED}/verslag` },
  'GET /olympiades/:slug/verslag/pdf': { ...page, at: `${REPORTED}/verslag/pdf`, costly: true, isPage: false },
  'GET /olympiades/:slug/verslag/docx': { ...page, at: `${REPORTED}/verslag/docx`, costly: true, isPage: false },
  'GET /olympiades/:slug/verslag/tekst': { ...chairs, at: `${REPORTED}/verslag/tekst` },
  'POST /olympiades/:slug/verslag/tekst': { ...chairs, at: `${REPORTED}/verslag/tekst`, answers: invalid },
  ...leading,
  ...taking,
  ...day,
  'GET /olympiades/:slug/logboek': { ...page, at: '/olympiades/{doneOlympiad}/logboek' },
  'GET /olympiades/voorstellen/nieuw': {
    ...page,
    at: `/olympiades/voorstellen/nieuw?kenmerk=${STANDARD}`,
  },
  'POST /olympiades/voorstellen': { ...page, form: { kenmerk: STANDARD }, answers: invalid },
  'GET /olympiades/voorstellen/volgen': { ...page, alike: true },
  'POST /olympiades/voorstellen/volgen': { ...page, answers: invalid },
  'GET /olympiades/voorstellen/mijn': mine,
  'POST /olympiades/voorstellen/:id/intrekking': { ...page, answers: [404] },
  'GET /bundels': page,
  'GET /bundels/:year{[0-9]{4}}': { ...page, at: '/bundels/2026' },
  'GET /bundels/:year{[0-9]{4}}/pdf': { ...page, at: '/bundels/2026/pdf', costly: true, isPage: false },
  'GET /bundels/:year{[0-9]{4}}/case': { ...page, at: '/bundels/2026/case', isPage: false },
  'GET /bundels/:year{[0-9]{4}}/csv': { ...page, at: '/bundels/2026/csv', isPage: false },
  'GET /redactie/bundels': editors,
  'GET /redactie/bundels/:year{[0-9]{4}}': { ...editors, at: '/redactie/bundels/2026' },
  'POST /redactie/bundels/:year{[0-9]{4}}': { ...editors, at: '/redactie/bundels/2026', answers: invalid },
  'POST /redactie/bundels/:year{[0-9]{4}}/publicatie': { ...editors, at: '/redactie/bundels/2026/publicatie' },
}
