import { type Trace, traceNames } from '@huiyin/shared/matters/traces.ts'
import { View } from '@tarojs/components'
import { Icon } from '@/core/components/icon.tsx'
import { spoken } from '@/core/device/spoken.ts'

/** What a neighbour could still recognise; `lead` says what follows from it. */
export const Traces = ({ lead, traces }: { lead: string; traces: Trace[] }) =>
  traces.length === 0 ? null : (
    <View className="wrong" {...spoken({ role: 'status', live: 'polite' })}>
      <Icon name="eye" />
      <View className="grow">
        <View>{lead}</View>
        {traces.map(trace => (
          <View key={trace.words}>
            {traceNames[trace.kind]} {trace.words}
          </View>
        ))}
      </View>
    </View>
  )
