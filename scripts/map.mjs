// Draws the schematic map of the gemeenten: the Voronoi cells of their points, to be cut off at the national outline.
// Borders of gemeenten are not in any free package; cells are honest as long as the map says it is schematic.
// Run by hand when the gemeenten change: node scripts/map.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Delaunay } from 'd3-delaunay'
import { geoMercator, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'

const root = join(import.meta.dirname, '..')
const WIDTH = 560
const HEIGHT = 660
const EDGE = 6

const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-10m.json'), 'utf8'))
const country = feature(atlas, atlas.objects.countries).features.find(
  ({ properties }) => properties.name === 'Netherlands',
)

// The Caribbean part of the country lies far outside the picture, and has no gemeenten of this list.
const inEurope = (polygon) => polygon[0].every(([lon, lat]) => lon > 3 && lat > 50)
const land = { type: 'MultiPolygon', coordinates: country.geometry.coordinates.filter(inEurope) }

const { gemeenten } = JSON.parse(readFileSync(join(root, 'content/gemeenten.json'), 'utf8'))
const points = { type: 'MultiPoint', coordinates: gemeenten.map(({ lon, lat }) => [lon, lat]) }
const everything = { type: 'GeometryCollection', geometries: [land, points] }
const projection = geoMercator().fitExtent(
  [
    [EDGE, EDGE],
    [WIDTH - EDGE, HEIGHT - EDGE],
  ],
  everything,
)

const round = (number) => Math.round(number * 10) / 10
const draw = (ring) => `M${ring.map((point) => point.map(round).join(' ')).join('L')}Z`

const voronoi = Delaunay.from(gemeenten.map(({ lon, lat }) => projection([lon, lat]))).voronoi([0, 0, WIDTH, HEIGHT])
const cells = gemeenten.map(({ code }, at) => ({ code, path: draw(voronoi.cellPolygon(at).slice(0, -1)) }))
const outline = geoPath(projection).digits(1)(land)

const head = {
  source:
    'Omtrek: Natural Earth (publiek domein), uit world-atlas. Vlakken: Voronoi-cellen van de punten in gemeenten.json. Gemaakt met scripts/map.mjs.',
  width: WIDTH,
  height: HEIGHT,
  outline,
}
const lines = cells.map((cell) => `    ${JSON.stringify(cell).replaceAll('":"', '": "').replaceAll('","', '", "')}`)
writeFileSync(
  join(root, 'content/map.json'),
  `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "cells": [\n${lines.join(',\n')}\n  ]\n}\n`,
)
