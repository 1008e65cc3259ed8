import type { Photo } from '@huiyin/shared/photos/photo.ts'
import type { QuestionFile, QuestionText } from '@huiyin/shared/questions/question.ts'
import { Text, View } from '@tarojs/components'
import { useNow } from '../../core/components/deadline.tsx'
import { Icon } from '../../core/components/icon.tsx'
import { PhotoGrid } from '../../core/components/photo-grid.tsx'
import { Tag } from '../../core/components/tag.tsx'
import { Tap } from '../../core/components/tap.tsx'
import { absolute } from '../../core/origin.ts'
import { dayAndTime } from '../../core/time.ts'
import { openPdf } from '../open-pdf.ts'
import { saidWords as words } from '../said-words.ts'
import './said.css'

/** A file as the photo tiles of all rooms take it. */
const asPhoto = ({ id, url, thumbUrl }: QuestionFile): Photo => ({
  id,
  state: url ? 'stored' : 'awaited',
  url,
  thumbUrl,
})

const Pdf = ({ file, index }: { file: QuestionFile; index: number }) => {
  const name = words.pdf(index + 1)
  if (!file.url)
    return (
      <View className="pdf soft">
        <Icon name="note" />
        <Text>{words.awaited}</Text>
      </View>
    )
  const url = absolute(file.url)
  return (
    <Tap className="pdf" label={`${name} ${words.openPdf}`} onTap={() => openPdf(url)}>
      <Icon name="note" />
      <Text className="grow strong">{name}</Text>
      <Text className="small soft">{words.openPdf}</Text>
      <Icon name="next" />
    </Tap>
  )
}

/** Photos as tiles, PDFs as rows; what is still on her phone waits among the photos. */
const Files = ({ files }: { files: QuestionFile[] }) => {
  const pdfs = files.filter(file => file.kind === 'pdf')
  const photos = files.filter(file => file.kind !== 'pdf')
  return (
    <>
      {photos.length > 0 && <PhotoGrid photos={photos.map(asPhoto)} />}
      {pdfs.map((file, index) => (
        <Pdf key={file.id} file={file} index={index} />
      ))}
    </>
  )
}

const looks: Partial<Record<QuestionText['kind'], string>> = {
  answer: 'said answering',
  'ask-back': 'said answering',
  note: 'said note',
}

/** `asker`: she reads it herself, so she is spoken to. */
type Props = { text: QuestionText; asker?: boolean | undefined }

/** One thing said about a question: by whom, when, the words and what came with them. */
export const Said = ({ text, asker = false }: Props) => {
  const now = useNow()
  const verb = asker && text.kind === 'ask-back' ? words.toHer : words.verbs[text.kind]
  return (
    <View className={looks[text.kind] ?? 'said'}>
      <View className="row wrap lines">
        <Text className="strong">
          {text.mine ? words.me : text.by} {verb}
        </Text>
        <Text className="small soft whole">{dayAndTime(text.at, now)}</Text>
      </View>
      {text.kind === 'note' && (
        <View className="row">
          <Tag icon="eye" words={words.noteOnly} tone="wait" />
        </View>
      )}
      <Text className="said-words" userSelect>
        {text.words}
      </Text>
      {text.files.length > 0 && <Files files={text.files} />}
      {text.aid && (
        <View className="said-aid">
          <View className="strong small">{words.aid}</View>
          <View className="small">{text.aid}</View>
        </View>
      )}
    </View>
  )
}

/** The whole conversation, the oldest first. */
export const Thread = ({ texts, asker }: { texts: QuestionText[]; asker?: boolean | undefined }) => (
  <View className="stack">
    {texts.map(text => (
      <Said key={text.id} text={text} asker={asker} />
    ))}
  </View>
)
