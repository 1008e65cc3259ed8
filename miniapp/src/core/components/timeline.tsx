import { Text, View } from '@tarojs/components'
import { spoken } from '../device/spoken.ts'
import type { TimelineStep } from './timeline-step.ts'
import './timeline.css'

/** Stamped steps, one below the other: a filled stamp is done, a ringed one is where we are. */
export const Timeline = ({ steps }: { steps: TimelineStep[] }) => (
  <View className="timeline" {...spoken({ role: 'list' })}>
    {steps.map(step => (
      <View key={step.name} className={`step ${step.state}`} {...spoken({ role: 'listitem' })}>
        <View className="stamp" {...spoken({ hidden: true })}>
          {step.seal}
        </View>
        <View className="grow">
          <View className="row wrap step-head">
            <Text className="strong">{step.name}</Text>
            <Text className="small soft">{step.stateWords}</Text>
          </View>
          {step.inside}
        </View>
      </View>
    ))}
  </View>
)
