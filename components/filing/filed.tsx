'use client'

import { Folder, Tag } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { addressOf } from '@/components/gallery/filters'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { filingWords } from '@/lib/words/filing'
import { FolderDialog } from './folder-dialog'
import { TagDialog } from './tag-dialog'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const
const NAME =
  'inline-flex min-h-6 items-center rounded-[4px] text-sm underline decoration-strong underline-offset-4 hover:decoration-ink'

/** Where one video lies and what it is found by; each leads to the others like it. */
export function Filed({ video }: { video: StudioVideo }) {
  const words = useWords(filingWords)
  const [editing, setEditing] = useState<'tags' | 'folder' | null>(null)
  return (
    <section>
      <h2 className="text-sm font-medium">{words.folderAndTags}</h2>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        {video.folder && (
          <Link href={addressOf({ folder: video.folder })} className={NAME}>
            {video.folder}
          </Link>
        )}
        {video.tags.map((tag) => (
          <Link key={tag} href={addressOf({ tag })} className={NAME}>
            {tag}
          </Link>
        ))}
      </div>
      <div className="-ml-2 flex flex-wrap">
        <Button look="plain" onClick={() => setEditing('folder')}>
          <Folder {...ICON} />
          {video.folder ? words.move : words.putIntoFolder}
        </Button>
        <Button look="plain" onClick={() => setEditing('tags')}>
          <Tag {...ICON} />
          {video.tags.length > 0 ? words.changeTags : words.addTags}
        </Button>
      </div>
      {editing === 'tags' && <TagDialog videos={[video]} onClose={() => setEditing(null)} />}
      {editing === 'folder' && <FolderDialog videos={[video]} onClose={() => setEditing(null)} />}
    </section>
  )
}
