import type { Callback, Session } from '../session.ts'
import { note } from './api.ts'

/** A sound that is played to its end at once. */
export function audioApis(session: Session): Record<string, unknown> {
  return {
    createInnerAudioContext: () => {
      let ended: Callback = () => {}
      const audio = {
        src: '',
        onEnded: (listener: Callback) => {
          ended = listener
        },
        onError: () => {},
        play: () => {
          note(session, 'play', { src: audio.src })
          void session.enter('audio', () => ended())
        },
        destroy: () => note(session, 'destroyAudio', {}),
      }
      return audio
    },
  }
}
