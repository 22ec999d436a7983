/** The HTML that shows an embedded film in another site's page, as wide as its column allows. */
export function embedCode(film: { src: string; title: string; width: number; height: number }): string {
  const { src, title, width, height } = film
  const allow = 'autoplay; fullscreen; picture-in-picture'
  const style = `border:0;max-width:100%;height:auto;aspect-ratio:${width}/${height}`
  return `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" style="${style}" allow="${allow}" allowfullscreen loading="lazy"></iframe>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
