# The site in a container: docker build -t keylink --build-arg SITE_URL=https://keylink.example .
#   docker run --read-only --tmpfs /tmp -p 3000:3000 keylink
FROM node:22-bookworm-slim AS build
WORKDIR /site
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
ARG SITE_URL
ARG REPOSITORY_URL
ARG REPORT_EMAIL
ARG SECURITY_CONTACT
RUN node scripts/build.mjs && npm prune --omit=dev --no-audit --no-fund && rm -rf .next/cache content tests docs

FROM node:22-bookworm-slim
WORKDIR /site
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
COPY --from=build --chown=root:root /site ./
# Nothing is written at run time.
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/robots.txt`).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Node itself, so that a stop reaches the server, which lets open answers go out.
CMD ["node", "scripts/serve.mjs"]
