import type { Paragraph } from '@huiyin/shared/questions/adviser-desk.ts'
import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { questionLimits } from '@huiyin/shared/questions/asking-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { queries, useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { ParagraphSheet } from '@/questions/answering/paragraph-sheet.tsx'
import { StaffPage } from '@/questions/answering/staff-page.tsx'
import { staffWords } from '@/questions/staff-words.ts'

const words = staffWords.paragraphs
const most = questionLimits.paragraphs

const OneParagraph = ({ it, onChange }: { it: Paragraph; onChange: () => void }) => (
  <Tap className="card stack" onTap={onChange}>
    <View className="row apart">
      <Text className="strong grow">{it.title}</Text>
      <Text className="link">{words.change}</Text>
      <Icon name="next" />
    </View>
    <View>{it.words}</View>
  </Tap>
)

const List = ({ items }: { items: Paragraph[] }) => {
  const [open, setOpen] = useState<Paragraph | 'new'>()
  const known = open === 'new' ? undefined : open
  const keep = async (next: Paragraph[], done: string) => {
    const kept = await call(adviserRoutes.setParagraphs, { items: next })
    queries.setQueryData([adviserRoutes.listParagraphs.path, {}], kept)
    say(done)
  }
  const save = (it: Paragraph) =>
    keep(known ? items.map(old => (old.id === it.id ? it : old)) : [...items, it], words.saved)
  const remove = () =>
    keep(
      items.filter(it => it !== known),
      words.removed,
    )
  const add = () => (items.length < most ? setOpen('new') : say(words.full(most)))
  return (
    <>
      {items.map(it => (
        <OneParagraph key={it.id} it={it} onChange={() => setOpen(it)} />
      ))}
      {items.length === 0 ? (
        <Empty drawing="letter" title={words.empty} hint={words.emptyHint} action={{ words: words.add, onTap: add }} />
      ) : (
        <View className="dock">
          <Button words={words.add} icon="plus" kind="main" onTap={add} />
        </View>
      )}
      {open && <ParagraphSheet known={known} onSave={save} onRemove={remove} onClose={() => setOpen(undefined)} />}
    </>
  )
}

const Paragraphs = () => {
  const { data, error, refetch } = useCall(adviserRoutes.listParagraphs, {})
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  return <List items={data.items} />
}

export default asPage(function ParagraphsPage() {
  return <StaffPage>{() => <Paragraphs />}</StaffPage>
})
