import { Band } from './band.tsx'
import { Banner } from './banner.tsx'
import { bareFrame, type Frame, FrameContext } from './frame.ts'
import { Header, SignOut } from './header.tsx'
import { Rows } from './rows.tsx'
import { SearchForm } from './search-form.tsx'
import { Heading, Small } from './text.tsx'

const here = '#koppen'
const nav = [
  { href: '/reflectie', label: 'Reflectie' },
  { href: '/kenmerken', label: 'Kenmerken' },
  { href: '/praktijken', label: 'Praktijken' },
  { href: '/olympiades', label: 'Olympiade' },
  { href: '/scholing', label: 'Scholing' },
]

/** A header as it stands above a page, with a name of its own among the others here. */
function Top({ name, ...frame }: { name: string } & Partial<Frame>) {
  return (
    <FrameContext.Provider value={{ ...bareFrame, nav, ...frame }}>
      <Header name={name} />
    </FrameContext.Provider>
  )
}

/** The top of a page, for whoever is there and wherever they are; the menu and the search it leads to. */
export function Tops() {
  return (
    <>
      <Band>
        <Heading level={2} id="koppen">
          Boven aan een pagina
        </Heading>
        <Small>Op een telefoon staan alleen Zoeken en Menu er; wie is ingelogd, ziet ook Mijn.</Small>
      </Band>
      <Top name="Hoofdmenu, niet ingelogd" />
      <Top name="Hoofdmenu, bij Kenmerken" path="/kenmerken" />
      <Top name="Hoofdmenu, ingelogd" signedIn={{ name: 'Noor de Boer' }} />
      <Banner
        text="Proefopstelling: vul niets echts in, dit wordt gewist."
        href={here}
        label="Bekijk als iemand anders"
        name="Balk van een proefopstelling"
      />
      <Top name="Hoofdmenu, in een proefopstelling" />
      <Band>
        <Heading level={3}>Het menu, opengeslagen</Heading>
        <Rows items={nav.map(({ label }) => ({ href: here, title: label }))} />
        <Heading level={4}>Van jou</Heading>
        <Rows items={[{ href: here, title: 'Inloggen' }]} />
        <SignOut />
        <Heading level={3}>Zoeken, voor en na</Heading>
        <SearchForm action={here} label="Zoek in alles" name="q1" value="" />
        <SearchForm action={here} label="Zoek verder" name="q2" value="eigen kracht" />
      </Band>
    </>
  )
}
