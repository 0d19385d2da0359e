# Node 24 strips types by itself: the sources run as they are.
FROM node:24-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev \
 # onnxruntime-node ships every platform's binary; the image needs one.
 && find node_modules/onnxruntime-node/bin -mindepth 2 -maxdepth 2 -type d ! -path '*/linux' -exec rm -rf {} + 2>/dev/null || true

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=install /app/node_modules ./node_modules
COPY package.json ./
COPY services ./services
COPY workers ./workers
COPY prompts ./prompts
COPY web ./web
COPY samples/caseload.json ./samples/caseload.json
USER node
EXPOSE 4180
CMD ["node", "services/cli/throughline.mjs", "serve"]
