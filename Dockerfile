# The image of tcs-stamp: what `mvn package` made, on a Java runtime, and nothing else.
#   mvn -DskipTests package && docker build -t tcs-stamp:0.1.0 .
ARG JRE=eclipse-temurin:17-jre

FROM ${JRE} AS unpacked
COPY target/tcs-stamp-*.tar.gz /tmp/tcs-stamp.tar.gz
RUN mkdir -p /opt/tcs-stamp \
    && tar -xzf /tmp/tcs-stamp.tar.gz -C /opt/tcs-stamp --strip-components=1 --no-same-owner

FROM ${JRE}
LABEL org.opencontainers.image.title="tcs-stamp" \
      org.opencontainers.image.description="Telemetry bridge from the TCS EGSE to STAMP" \
      org.opencontainers.image.version="0.1.0"
COPY --from=unpacked /opt/tcs-stamp /opt/tcs-stamp
# Environment variables win over application.properties. All that is written lies below /data and /tmp.
ENV CACHE_FOLDER=/opt/tcs-stamp/cache \
    SPOOL_FOLDER=/data/spool \
    QUARANTINE_FOLDER=/data/quarantine \
    CONSOLE_FOLDER=/tmp/console
# The archive of classes that halves the time of a start is made here, once, because the image is read-only later;
# the launcher checks that it fits, and does without where it does not.
RUN mkdir -p /opt/tcs-stamp/cache /data \
    && /opt/tcs-stamp/tcs-stamp --version \
    && chmod -R a+rX /opt/tcs-stamp/cache \
    && rm -rf /tmp/hsperfdata_root \
    && chown 10001:10001 /data
USER 10001:10001
WORKDIR /data
VOLUME /data
# metrics and health, with METRICS_ENABLED=true and MANAGEMENT_HOST=0.0.0.0
EXPOSE 9402
# the launcher becomes Java, so that signals reach it
ENTRYPOINT ["/opt/tcs-stamp/tcs-stamp"]
