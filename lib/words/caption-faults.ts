import { catalogue } from './catalogue'
import { LOCALES } from './language'

const german = (value: number, digits: number) =>
  value.toLocaleString(LOCALES.de, { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** Why captions cannot be kept as they are. */
export const captionFaultWords = catalogue(
  {
    tooShort: (number: number, seconds: number) =>
      `Caption ${number} lasts less than ${seconds} s. Let it end later, or begin earlier.`,
    afterEnd: (number: number, seconds: number) =>
      `Caption ${number} ends after the video, which is ${seconds.toFixed(2)} s long. Let it end earlier.`,
    overlaps: (number: number) =>
      `Caption ${number} begins before the one before it ends. Let it begin later.`,
  },
  {
    de: {
      tooShort: (number, seconds) =>
        `Untertitel ${number} dauert weniger als ${german(seconds, 1)} s. Lass ihn später enden oder früher beginnen.`,
      afterEnd: (number, seconds) =>
        `Untertitel ${number} endet nach dem Video, das ${german(seconds, 2)} s lang ist. Lass ihn früher enden.`,
      overlaps: (number) => `Untertitel ${number} beginnt, bevor der vorige endet. Lass ihn später beginnen.`,
    },
  },
)
