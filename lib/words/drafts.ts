import { catalogue } from './catalogue'

/** Drafts, side by side. */
export const draftWords = catalogue(
  {
    untitled: 'Untitled draft',
    copyOf: (name: string) => `${name} (copy)`,
    draft: (name: string) => `Draft: ${name}`,
    drafts: 'Drafts',
    begin: 'New draft',
    rename: 'Rename',
    duplicate: 'Duplicate',
    removed: (name: string) => `“${name}” was deleted.`,
    renameTitle: 'Rename the draft',
    renameLead: 'Only you see it, on this device.',
    name: 'Name',
    nameHint: 'Left empty, it is called as its script begins',
  },
  {
    de: {
      untitled: 'Entwurf ohne Namen',
      copyOf: (name) => `${name} (Kopie)`,
      draft: (name) => `Entwurf: ${name}`,
      drafts: 'Entwürfe',
      begin: 'Neuer Entwurf',
      rename: 'Umbenennen',
      duplicate: 'Duplizieren',
      removed: (name) => `„${name}“ wurde gelöscht.`,
      renameTitle: 'Entwurf umbenennen',
      renameLead: 'Nur du siehst den Namen, auf diesem Gerät.',
      name: 'Name',
      nameHint: 'Bleibt das Feld leer, heißt er so, wie sein Skript beginnt',
    },
  },
)
