import { Anchor } from './anchor.tsx'
import { Band, type Tone } from './band.tsx'
import { Buoy, type BuoyName } from './buoy.tsx'
import { Actions, LinkButton } from './button.tsx'
import { Knot, type KnotName } from './knot.tsx'
import { OriginRope } from './origin-rope.tsx'
import { RopeSteps } from './rope-steps.tsx'
import { Scene } from './scene.tsx'
import { Heading, Small } from './text.tsx'

const knots: KnotName[] = ['paalsteek', 'werplijn', 'platte-knoop', 'splits', 'vlag']
const buoys: BuoyName[] = ['ton', 'spits', 'bol', 'baken', 'bel']
const tones: Tone[] = ['wit', 'wad', 'boter', 'inkt']

/** Ropes: steps and origins. */
export function Ropes() {
  return (
    <Band>
      <Heading level={2}>De lijn</Heading>
      <RopeSteps steps={5} current={1} />
      <RopeSteps steps={5} current={5} />
      <Heading level={3}>Waar komt dit vandaan?</Heading>
      <OriginRope
        stops={[
          { word: 'een kenmerk', date: '2013', text: 'Eigen kracht versterken', href: '#kenmerk' },
          { word: 'een kwaliteitsstandaard', date: '2010', text: 'Eigen regie versterken', href: '#standaard' },
          { word: 'een citaat', date: '2009', text: '', withdrawn: true },
          {
            word: 'een praktijk',
            date: '2008',
            text: 'Samen koken in Zuid, een verzonnen voorbeeld.',
            href: '#praktijk',
          },
        ]}
      />
      <Heading level={3}>Een lijn die verder loopt</Heading>
      <OriginRope
        goesOn
        stops={[{ word: 'een kenmerk', date: '2013', text: 'Eigen kracht versterken', href: '#kenmerk' }]}
      />
    </Band>
  )
}

/** Knots, buoys, scenes and the mark. */
export function Drawings() {
  return (
    <Band tone="wad">
      <Heading level={2}>Tekeningen</Heading>
      <ul class="knots">
        {knots.map((name) => (
          <li>
            <Knot name={name} />
            <span>{name}</span>
          </li>
        ))}
      </ul>
      <ul class="knots">
        {buoys.map((name) => (
          <li>
            <Buoy name={name} label="vervangen" />
            <span>{name}</span>
          </li>
        ))}
      </ul>
      <Anchor size={64} />
      <Scene name="stoep" />
      <Scene name="bank" />
      <Scene name="brug" />
    </Band>
  )
}

/** The four grounds with what may stand on them. */
export function Grounds() {
  return (
    <>
      {tones.map((tone) => (
        <Band tone={tone}>
          <Heading level={2}>Een band in {tone}</Heading>
          <p>
            Tekst op {tone}, met <a href="#knoppen">een link</a> erin.
          </p>
          <Small>En een kleine opmerking.</Small>
          <Actions>
            <LinkButton href="#knoppen">Eerste knop</LinkButton>
            <LinkButton href="#knoppen" kind="secondary">
              Tweede knop
            </LinkButton>
          </Actions>
          <Knot name="platte-knoop" size={64} />
        </Band>
      ))}
    </>
  )
}
