# Node 24 strips types by itself: the sources run as they are.
FROM node:24-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev \
 # onnxruntime-node ships the binaries of every platform; the image needs those of its own.
 && own="linux/$(node -p process.arch)" \
 && for folder in node_modules/onnxruntime-node/bin/*/*/*; do \
      case "$folder" in *"/$own") ;; *) rm -rf "$folder" ;; esac; \
    done

# The second reader's models. An image that is built where they are not to be had reads with one reader, until a folder
# that holds them is mounted and named by OCR_MODELS_DIR.
FROM install AS models
ARG OCR_MODELS_HUB=
COPY services ./services
RUN mkdir -p models \
 && (node services/cli/throughline.mjs models --dir models || echo "built without the second reader's models")

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production THROUGHLINE_DATA=/data
COPY --from=install /app/node_modules ./node_modules
COPY --from=models /app/models ./models
COPY package.json ./
COPY services ./services
COPY workers ./workers
COPY prompts ./prompts
COPY web ./web
COPY samples/caseload.json ./samples/caseload.json
# Where MongoDB is not used, records and files lie here: mount a volume.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 4180
CMD ["node", "services/cli/throughline.mjs", "serve"]
