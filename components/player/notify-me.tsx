import { Bell } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { playerWords } from '@/lib/words/player'
import { canNotify } from './use-done-notice'

/** Asks the browser for leave to notify, on a press and never by itself. Nothing where that is decided already. */
export function NotifyMe() {
  const words = useWords(playerWords)
  const [permission, setPermission] = useState(canNotify)
  if (permission !== 'default') {
    return (
      <p role="status" className="sr-only">
        {permission === 'granted' && words.willBeTold}
      </p>
    )
  }
  return (
    <Button look="plain" onClick={() => Notification.requestPermission().then(setPermission)}>
      <Bell size={16} strokeWidth={1.5} aria-hidden />
      {words.tellMe}
    </Button>
  )
}
