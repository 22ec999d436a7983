/** NASA's portrait of Eileen Collins (1998), public domain. */
export const SAMPLE_PORTRAIT = '/samples/astronaut.jpg'
/** Its sentence, and that of a voice one listens to: in English, which the studio's own voices speak. */
export const SAMPLE_SCRIPT =
  'Hello! A moment ago I was only a photograph. Write anything you like on this page, and I will say it for you.'
export const VOICE_SAMPLE = 'Hello, this is how I sound. Write something, and I will say it for you.'
