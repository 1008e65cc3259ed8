import { questionLimits } from '@huiyin/shared/questions/asking-routes.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { Button } from '../../core/components/button.tsx'
import { Icon } from '../../core/components/icon.tsx'
import { PhotoPicker } from '../../core/components/photo-picker.tsx'
import { Tap } from '../../core/components/tap.tsx'
import { sayings, takePdfs, useUploads } from '../../core/components/use-photos.ts'
import type { Upload } from '../../core/upload.ts'
import { discardFile, uploads } from '../../core/wire.ts'
import { coreWords } from '../../core/words.ts'
import { askWords } from '../ask-words.ts'
import type { Paper } from '../new-question.ts'
import '../questions.css'

const words = askWords.pdfs
const to = questionRoutes.storeQuestionFile.path

const PaperRow = ({ paper, upload, onRemove }: { paper: Paper; upload: Upload; onRemove: () => void }) => (
  <View className="paper">
    <Icon name="note" />
    <View className="grow">
      <View>{paper.name}</View>
      <View className={upload.state === 'failed' ? 'small late-words' : 'small soft'}>
        {upload.problem?.title ?? sayings[upload.state](upload)}
      </View>
    </View>
    {upload.state === 'failed' && (
      <Tap className="word" label={`${coreWords.photos.retry} ${paper.name}`} onTap={() => uploads.retry(upload.id)}>
        <Text>{coreWords.photos.retry}</Text>
      </Tap>
    )}
    <Tap className="round" label={`${words.remove} ${paper.name}`} onTap={onRemove}>
      <Icon name="trash" />
    </Tap>
  </View>
)

type Files = { photoIds: string[]; papers: Paper[] }
type Props = Files & { onChange: (part: Partial<Files>) => void }

/** Photos and PDF files together; each starts to travel the moment it is chosen. */
export const FilePicker = ({ photoIds, papers, onChange }: Props) => {
  const latest = useRef(papers)
  latest.current = papers
  const put = (next: Paper[]) => {
    latest.current = next
    onChange({ papers: next })
  }
  const room = questionLimits.files - photoIds.length - papers.length
  const add = () => takePdfs({ room, to }, (id, name) => put([...latest.current, { id, name }]))
  const remove = (id: string) => {
    discardFile(id)
    put(latest.current.filter(paper => paper.id !== id))
  }
  const sending = useUploads(papers.map(paper => paper.id))
  return (
    <View className="stack">
      <PhotoPicker
        ids={photoIds}
        most={questionLimits.files - papers.length}
        to={to}
        onChange={ids => onChange({ photoIds: ids })}
      />
      {papers.map((paper, index) => (
        <PaperRow key={paper.id} paper={paper} upload={sending[index] as Upload} onRemove={() => remove(paper.id)} />
      ))}
      {room > 0 && <Button words={words.add} icon="note" kind="quiet" onTap={add} />}
    </View>
  )
}
