import { sealedFileRoutes } from '@huiyin/shared/photos/sealed-file-routes.ts'
import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { Button } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { Tap } from '../components/tap.tsx'
import type { Upload } from '../sending/upload.ts'
import { discardFile, uploads } from '../sending/wire.ts'
import { fileWords as words } from './file-words.ts'
import type { Paper } from './paper.ts'
import { PhotoPicker } from './photo-picker.tsx'
import { tileWords } from './photo-words.ts'
import { sayings, takePdfs, useUploads } from './use-photos.ts'

const to = sealedFileRoutes.storeFile.path

const PaperRow = ({ paper, upload, onRemove }: { paper: Paper; upload: Upload; onRemove: () => void }) => (
  <View className="choice">
    <Icon name="note" />
    <View className="grow">
      <View>{paper.name}</View>
      <View className={upload.state === 'failed' || upload.state === 'refused' ? 'small late-words' : 'small soft'}>
        {upload.problem?.title ?? sayings[upload.state](upload)}
      </View>
    </View>
    {upload.state === 'failed' && (
      <Tap className="word" label={`${tileWords.retry} ${paper.name}`} onTap={() => uploads.retry(upload.id)}>
        <Text>{tileWords.retry}</Text>
      </Tap>
    )}
    <Tap className="round" label={`${words.remove} ${paper.name}`} onTap={onRemove}>
      <Icon name="trash" />
    </Tap>
  </View>
)

export type ChosenFiles = { photoIds: string[]; papers: Paper[] }
type Props = ChosenFiles & { most: number; onChange: (part: Partial<ChosenFiles>) => void }

/** Photos and PDF files together; each starts to travel the moment it is chosen. */
export const FilePicker = ({ photoIds, papers, most, onChange }: Props) => {
  const latest = useRef(papers)
  latest.current = papers
  const put = (next: Paper[]) => {
    latest.current = next
    onChange({ papers: next })
  }
  const room = most - photoIds.length - papers.length
  const add = () => takePdfs({ room, to }, (id, name) => put([...latest.current, { id, name }]))
  const remove = (id: string) => {
    discardFile(id)
    put(latest.current.filter(paper => paper.id !== id))
  }
  const sending = useUploads(papers.map(paper => paper.id))
  return (
    <View className="stack">
      <PhotoPicker ids={photoIds} most={most - papers.length} to={to} onChange={ids => onChange({ photoIds: ids })} />
      {papers.map((paper, index) => (
        <PaperRow key={paper.id} paper={paper} upload={sending[index] as Upload} onRemove={() => remove(paper.id)} />
      ))}
      {room > 0 && <Button words={words.add} icon="note" kind="quiet" onTap={add} />}
    </View>
  )
}
