/** Who may do what in working groups; a part of the table in `permissions.ts`. */
import type { Permission } from './permission.ts'

const page: Permission = { may: 'everyone' }
const editors: Permission = { may: ['editor'] }
const invalid = [400]

/** Members of the fictional group, by the role that each of them alone holds; a chair or an admin is no member. */
const members: Permission = { may: ['editor', 'professional', 'panellist', 'workplace coordinator'] }
const form: Permission = { ...members, answers: invalid }

const at = (place = '') => `/werkgroepen/{groep}${place}`
const statement = (place = '') => at(`/zinnen/{zin}${place}`)
const factor = (place = '') => at(`/succesfactoren/{factor}${place}`)

export const groups: Record<string, Permission> = {
  'GET /werkgroepen': page,
  'POST /werkgroepen': { ...editors, answers: invalid },
  'GET /werkgroepen/nieuw': editors,
  'GET /werkgroepen/:slug': { ...page, at: at() },
  'GET /werkgroepen/:slug/gegevens': { ...editors, at: at('/gegevens') },
  'POST /werkgroepen/:slug/gegevens': { ...editors, at: at('/gegevens'), answers: invalid },
  'GET /werkgroepen/:slug/leden': { ...editors, at: at('/leden?naam=mil') },
  'POST /werkgroepen/:slug/leden': { ...editors, at: at('/leden'), answers: invalid },
  'POST /werkgroepen/:slug/leden/einde': { ...editors, at: at('/leden/einde'), answers: invalid },
  'GET /werkgroepen/:slug/lezen': { ...members, at: at('/lezen?links=de-soeptafel&rechts=de-eerste-envelop') },
  'GET /werkgroepen/:slug/markeren': {
    ...members,
    at: at('/markeren?item={gelezen}&revisie={revisie}&passage={passage}'),
  },
  'POST /werkgroepen/:slug/markeringen': { ...form, at: at('/markeringen') },
  'POST /werkgroepen/:slug/markeringen/:id/plek': { ...form, at: at('/markeringen/{markering}/plek') },
  // Something rests on this one.
  'POST /werkgroepen/:slug/markeringen/:id/einde': {
    ...members,
    at: at('/markeringen/{markering}/einde'),
    answers: [409],
  },
  'GET /werkgroepen/:slug/succesfactoren': { ...members, at: at('/succesfactoren') },
  'POST /werkgroepen/:slug/succesfactoren': { ...form, at: at('/succesfactoren') },
  'GET /werkgroepen/:slug/succesfactoren/:id': { ...members, at: factor() },
  'POST /werkgroepen/:slug/succesfactoren/:id/naam': { ...form, at: factor('/naam') },
  'POST /werkgroepen/:slug/succesfactoren/:id/samenvoeging': { ...form, at: factor('/samenvoeging') },
  'POST /werkgroepen/:slug/succesfactoren/:id/splitsing': { ...form, at: factor('/splitsing') },
  'POST /werkgroepen/:slug/succesfactoren/:id/einde': { ...form, at: factor('/einde') },
  'POST /werkgroepen/:slug/succesfactoren/:id/opmerkingen': { ...form, at: factor('/opmerkingen') },
  'GET /werkgroepen/:slug/zinnen': { ...members, at: at('/zinnen') },
  'GET /werkgroepen/:slug/zinnen/nieuw': { ...members, at: at('/zinnen/nieuw?factor={factor}') },
  'POST /werkgroepen/:slug/zinnen': { ...form, at: at('/zinnen') },
  'GET /werkgroepen/:slug/zinnen/:zin': { ...members, at: statement() },
  'POST /werkgroepen/:slug/zinnen/:zin/draad': { ...members, at: statement('/draad') },
  'POST /werkgroepen/:slug/zinnen/:zin/einde': { ...form, at: statement('/einde') },
  'POST /werkgroepen/:slug/zinnen/:zin/opmerkingen': { ...form, at: statement('/opmerkingen') },
  'GET /werkgroepen/:slug/zinnen/:zin/tekst': { ...members, at: statement('/tekst') },
  'POST /werkgroepen/:slug/zinnen/:zin/tekst': { ...form, at: statement('/tekst') },
  'GET /werkgroepen/:slug/zinnen/:zin/splitsing': { ...members, at: statement('/splitsing') },
  'POST /werkgroepen/:slug/zinnen/:zin/splitsing': { ...form, at: statement('/splitsing') },
  'GET /werkgroepen/:slug/zinnen/:zin/samenvoeging': {
    ...members,
    at: statement('/samenvoeging?met={andereZin}'),
    alike: true,
  },
  'POST /werkgroepen/:slug/zinnen/:zin/samenvoeging': { ...form, at: statement('/samenvoeging') },
  'GET /werkgroepen/:slug/zinnen/:zin/wijziging': { ...members, at: statement('/wijziging'), alike: true },
  'POST /werkgroepen/:slug/zinnen/:zin/wijzigingen': { ...form, at: statement('/wijzigingen') },
  'POST /werkgroepen/:slug/zinnen/:zin/wijzigingen/:id/besluit': {
    ...form,
    at: statement('/wijzigingen/{wijziging}/besluit'),
  },
  // Last: whoever leaves finds no rooms any more. The editor of the cast is no member.
  'POST /werkgroepen/:slug/vertrek': {
    may: ['professional', 'panellist', 'workplace coordinator'],
    at: at('/vertrek'),
  },
}
