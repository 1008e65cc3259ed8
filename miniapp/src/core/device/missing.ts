// WeChat's pages use nothing that a phone of 2019 lacks; browsers: `missing.h5.ts`.
