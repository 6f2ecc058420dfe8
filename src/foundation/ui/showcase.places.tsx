import { Band } from './band.tsx'
import { GemeenteList, GemeenteMap } from './gemeente-map.tsx'
import { SignOut } from './header.tsx'
import { KnotList } from './knot-list.tsx'
import { Pagination } from './pagination.tsx'
import { QrCode } from './qr-code.tsx'
import { Heading, Small } from './text.tsx'

const here = '#plaatsen'
/** Assen, Den Haag and Rotterdam. */
const counts = new Map([
  ['GM0106', 1],
  ['GM0518', 3],
  ['GM0599', 2],
])

/** The map with its list, knots with words, a code to scan, the ends of a long list, and leaving. */
export function Places() {
  return (
    <Band>
      <Heading level={2} id="plaatsen">
        Plaatsen en wegen
      </Heading>
      <GemeenteMap
        counts={counts}
        inWords={(count) => (count === 1 ? '1 praktijk' : `${count} praktijken`)}
        many="praktijken"
        href={() => here}
      />
      <GemeenteList counts={counts} href={() => here} />
      <Heading level={2}>Knopen met woorden</Heading>
      <KnotList
        items={[
          { knot: 'paalsteek', title: 'Eigen kracht versterken', href: here, text: 'Wat kan iemand zelf, en met wie?' },
          { knot: 'vlag', title: 'Zonder link en zonder tekst' },
        ]}
      />
      <Heading level={2}>Om te scannen</Heading>
      <QrCode text="https://voorbeeld.nl/doe-mee" title="QR-code naar voorbeeld.nl/doe-mee" />
      <Small>voorbeeld.nl/doe-mee</Small>
      <Heading level={2}>Bladeren</Heading>
      <Pagination page={1} pages={12} href={() => here} label="De eerste pagina" />
      <Pagination page={12} pages={12} href={() => here} label="De laatste pagina" />
      <Pagination page={2} pages={3} href={() => here} label="Een korte lijst" />
      <Pagination page={1} pages={1} href={() => here} label="Eén pagina: dan staat hier niets" />
      <Heading level={2}>Weggaan</Heading>
      <SignOut />
    </Band>
  )
}
