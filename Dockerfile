# syntax=docker/dockerfile:1
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
# The cache remembers the files of the previous release (scripts/keep-assets.mjs).
RUN --mount=type=cache,target=/site/.next/cache,sharing=locked node scripts/build.mjs

FROM node:22-bookworm-slim
WORKDIR /site
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
# What Next.js needs, what browsers load, and the server.
COPY --from=build /site/.next/standalone/ ./
COPY --from=build /site/.next/static/ ./.next/static/
COPY --from=build /site/.next/keylink-served.json ./.next/
COPY --from=build /site/public/ ./public/
COPY --from=build /site/scripts/ ./scripts/
COPY --from=build /site/lib/runtime/ ./lib/runtime/
# Nothing is written at run time.
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}${new URL(require('./.next/keylink-served.json').site).pathname.replace(/\\/*$/,'/robots.txt')}`).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Node itself, so that a stop reaches the server, which lets open answers go out.
CMD ["node", "scripts/serve.mjs"]
