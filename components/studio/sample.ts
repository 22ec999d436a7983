/** NASA's portrait of Eileen Collins (1998), public domain. */
export const SAMPLE_PORTRAIT = '/samples/astronaut.jpg'
export const SAMPLE_SCRIPT =
  'Hello! A moment ago I was only a photograph. Write anything you like on this page, and I will say it for you.'

/** The sample picture as a file like one the person might have chosen. */
export async function fetchSamplePortrait(): Promise<File> {
  const blob = await fetch(SAMPLE_PORTRAIT).then((response) => response.blob())
  return new File([blob], 'astronaut.jpg', { type: 'image/jpeg' })
}
