import { photoRoutes } from '@huiyin/shared/photos/photo-routes.ts'
import { room } from '../core/handler.ts'
import { readPhoto } from './read-photo.ts'
import { storePhoto } from './store-photo.ts'

export const photoRoom = room(photoRoutes, { storePhoto, readPhoto })
