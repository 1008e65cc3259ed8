import * as z from 'zod/mini'

// WeChat forbids building functions from text; this must run before the first contract is made.
z.config({ jitless: true })
