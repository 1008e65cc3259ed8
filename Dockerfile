# 自建部署：先在第一段里编译，第二段只留下运行要用的东西。用法见 docs/operations.md。
FROM node:24-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
COPY shared/package.json shared/
COPY db/package.json db/
COPY api/package.json api/
COPY miniapp/package.json miniapp/
COPY dev/package.json dev/
COPY bench/package.json bench/
COPY tests/package.json tests/
RUN npm ci --no-audit --no-fund --include-workspace-root -w shared -w db -w api -w miniapp
COPY . .
RUN npm run build -- server

FROM node:24-slim
# 图片在好几个线程里解码；每个线程各留一份内存（glibc）的话，一阵大图会多占一倍多。
ENV NODE_ENV=production MALLOC_ARENA_MAX=1
WORKDIR /app
COPY --from=build /src/dist/server ./
# 没有对象存储时照片放在 .data/photos：给它挂一个卷。
RUN mkdir .data && chown node:node .data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(it => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/server.mjs"]
