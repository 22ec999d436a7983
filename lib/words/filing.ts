import { catalogue } from './catalogue'

/** The folder and the tags of videos. */
export const filingWords = catalogue(
  {
    folderAndTags: 'Folder and tags',
    move: 'Move',
    putIntoFolder: 'Put into a folder',
    changeTags: 'Change tags',
    addTags: 'Add tags',
    folderOf: (count: number) => (count === 1 ? 'Folder' : `Folder of ${count} videos`),
    folderLead: 'A video lies in one folder, or in none. A folder is there while something is in it.',
    newFolder: 'New folder',
    noFolder: 'No folder',
    tagsOf: (count: number) => (count === 1 ? 'Tags' : `Tags of ${count} videos`),
    tagsLead: 'Tags find videos again, whatever folder they lie in.',
    newTag: 'New tag',
    add: 'Add',
    leave: 'Leave as it was',
  },
  {
    de: {
      folderAndTags: 'Ordner und Tags',
      move: 'Verschieben',
      putIntoFolder: 'In einen Ordner legen',
      changeTags: 'Tags ändern',
      addTags: 'Tags hinzufügen',
      folderOf: (count) => (count === 1 ? 'Ordner' : `Ordner von ${count} Videos`),
      folderLead:
        'Ein Video liegt in einem Ordner oder in keinem. Einen Ordner gibt es, solange etwas darin ist.',
      newFolder: 'Neuer Ordner',
      noFolder: 'Kein Ordner',
      tagsOf: (count) => (count === 1 ? 'Tags' : `Tags von ${count} Videos`),
      tagsLead: 'Mit Tags findest du Videos wieder, in welchem Ordner sie auch liegen.',
      newTag: 'Neuer Tag',
      add: 'Hinzufügen',
      leave: 'Lassen, wie es war',
    },
  },
)
