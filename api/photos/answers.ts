import { photoRoutes } from '@huiyin/shared/photos/photo-routes.ts'
import { sealedFileRoutes } from '@huiyin/shared/photos/sealed-file-routes.ts'
import { room } from '../core/handler.ts'
import { readFile } from './read-file.ts'
import { readPhoto } from './read-photo.ts'
import { storeFile } from './store-file.ts'
import { storePhoto } from './store-photo.ts'

export const sealedFileRoom = room(sealedFileRoutes, { storeFile, readFile })

export const photoRoom = room(photoRoutes, { storePhoto, readPhoto })
