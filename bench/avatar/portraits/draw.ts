/**
 * Draws the portraits of nobody, so that the set has drawings whose rights are clear:
 *
 *     node --import tsx bench/avatar/portraits/draw.ts
 */
import sharp from 'sharp'

type Drawing = {
  background: string
  skin: string
  shade: string
  hair: string
  lips: string
  clothes: string
  eyes: string
  /** Width of the ink lines, 0 for none. */
  ink: number
  extras: string
}

const GLASSES =
  '<g fill="#fff2" stroke="#222" stroke-width="6"><rect x="177" y="222" width="66" height="50" rx="20"/>' +
  '<rect x="269" y="222" width="66" height="50" rx="20"/><path d="M243 240q13-8 26 0M177 238l-22-6M335 238l22-6"/></g>'
const LONG_HAIR =
  '<path d="M128 250C120 100 190 60 256 60s136 40 128 190c0 70 22 120 10 190H118c-12-70 10-120 10-190z"/>'
const SHORT_HAIR = '<path d="M146 240C130 120 190 76 256 76s126 44 110 164l-14 30H160z"/>'
const BEARD =
  '<path d="M157 275c8 40 20 56 40 60 20-22 40-30 59-30s39 8 59 30c20-4 32-20 40-60 4 60-20 150-99 150s-103-90-99-150z"/>'

const DRAWINGS: Record<string, Drawing & { hairShape: string; beard?: string }> = {
  'drawn-make-up': {
    background: '#9db8b1',
    skin: '#efc3a4',
    shade: '#d79d7e',
    hair: '#7a2f1d',
    hairShape: LONG_HAIR,
    lips: '#b3122d',
    clothes: '#2f4858',
    eyes: '#4b7a52',
    ink: 0,
    extras:
      '<g fill="#54306a" opacity=".45"><ellipse cx="210" cy="232" rx="30" ry="14"/>' +
      '<ellipse cx="302" cy="232" rx="30" ry="14"/></g><g fill="#d2455b" opacity=".25">' +
      '<circle cx="188" cy="294" r="26"/><circle cx="324" cy="294" r="26"/></g>',
  },
  'drawn-beard': {
    background: '#d9c28f',
    skin: '#5b3826',
    shade: '#42271a',
    hair: '#17110f',
    hairShape: SHORT_HAIR,
    beard: BEARD,
    lips: '#7c463c',
    clothes: '#8a2f1f',
    eyes: '#2b1a10',
    ink: 0,
    extras: '',
  },
  'drawn-ink': {
    background: '#ffffff',
    skin: '#ffffff',
    shade: '#dddddd',
    hair: '#333333',
    hairShape: SHORT_HAIR,
    lips: '#bbbbbb',
    clothes: '#eeeeee',
    eyes: '#333333',
    ink: 4,
    extras: GLASSES,
  },
}

for (const [name, drawing] of Object.entries(DRAWINGS)) {
  await sharp(Buffer.from(svgOf(drawing)))
    .jpeg({ quality: 88 })
    .toFile(new URL(`${name}.jpg`, import.meta.url).pathname)
}

function svgOf({
  background,
  skin,
  shade,
  hair,
  hairShape,
  beard,
  lips,
  clothes,
  eyes,
  ink,
  extras,
}: Drawing & {
  hairShape: string
  beard?: string
}): string {
  const line = `stroke="#222" stroke-width="${ink}" stroke-linejoin="round"`
  const eye = (x: number) => `
    <path d="M${x - 25} 248q25-20 50 0q-25 17-50 0z" fill="#f6f2ee" stroke="${hair}" stroke-width="3"/>
    <circle cx="${x}" cy="246" r="11" fill="${eyes}"/><circle cx="${x}" cy="246" r="5" fill="#0a0806"/>
    <circle cx="${x + 4}" cy="242" r="2.5" fill="#fff"/>
    <path d="M${x - 32} 218q32-18 62 0" fill="none" stroke="${hair}" stroke-width="8" stroke-linecap="round"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512">
    <defs><linearGradient id="skin" x2="1" y2=".4"><stop offset=".3" stop-color="${skin}"/>
    <stop offset="1" stop-color="${shade}"/></linearGradient></defs>
    <rect width="512" height="512" fill="${background}"/>
    ${hairShape === LONG_HAIR ? `<g fill="${hair}" ${line}>${hairShape}</g>` : ''}
    <path d="M60 512c10-80 80-92 150-104h92c70 12 140 24 150 104z" fill="${clothes}" ${line}/>
    <path d="M208 360h96v56q-48 44-96 0z" fill="${shade}" ${line}/>
    ${hairShape === LONG_HAIR ? '' : `<g fill="${hair}" ${line}>${hairShape}</g>`}
    <g fill="${shade}" ${line}><ellipse cx="152" cy="262" rx="13" ry="28"/><ellipse cx="360" cy="262" rx="13" ry="28"/></g>
    <path d="M156 220c-2-80 50-104 100-104s102 24 100 104c-2 110-30 190-100 190s-98-80-100-190z" fill="url(#skin)" ${line}/>
    ${beard ? `<g fill="${hair}">${beard}</g>` : ''}
    <path d="M150 228c-8-92 48-122 106-122s114 30 106 122c-12-14-52-62-76-76-30 28-100 34-136 76z" fill="${hair}"/>
    ${eye(210)}${eye(302)}
    <path d="M248 250c-2 26-14 44-12 52q20 16 40 0c2-8-10-26-12-52" fill="${shade}" opacity=".55"/>
    <path d="M236 303q20 16 40 0" fill="none" stroke="${shade}" stroke-width="4"/>
    <path d="M216 344q24-16 40-8q16-8 40 8q-40 8-80 0z" fill="${lips}" ${line}/>
    <path d="M216 344q40 8 80 0q-18 28-40 27t-40-27z" fill="${lips}" opacity=".88" ${line}/>
    <path d="M216 344q40 8 80 0" fill="none" stroke="#301010" stroke-width="2.5"/>${extras}</svg>`
}
