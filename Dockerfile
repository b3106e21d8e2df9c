# The product for `docker compose up` (compose.yaml) or any other way of running containers: docs/going-live-telegram.md.

FROM python:3.11-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
RUN python -m venv /opt/hanhtrinh
COPY requirements.lock ./
RUN /opt/hanhtrinh/bin/python -m pip install --require-hashes --only-binary :all: -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
COPY scheduler ./scheduler
COPY handlers ./handlers
COPY papers ./papers
COPY storage ./storage
COPY locales ./locales
COPY journey ./journey
RUN /opt/hanhtrinh/bin/python -m pip install --no-deps --no-build-isolation . \
    && /opt/hanhtrinh/bin/python -m pip uninstall -y hatchling editables packaging pathspec pluggy trove-classifiers pip

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --create-home --shell /usr/sbin/nologin hanhtrinh
COPY --from=build /opt/hanhtrinh /opt/hanhtrinh
ENV PATH=/opt/hanhtrinh/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 LANG=C.UTF-8 \
    DATA_DIR=/data HTTP_HOST=0.0.0.0 HTTP_PORT=8080
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT ["hanhtrinh"]
CMD ["run"]
