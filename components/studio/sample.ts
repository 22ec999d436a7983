/** NASA's portrait of Eileen Collins (1998), public domain. */
export const SAMPLE_PORTRAIT = '/samples/astronaut.jpg'
export const SAMPLE_SCRIPT =
  'Hello! A moment ago I was only a photograph. Write anything you like on this page, and I will say it for you.'
