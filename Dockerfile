# Grading in a container. In the course's folder, which holds source/, submitted/ and nbgrader_config.py:
#
#   docker build -t autograder .
#   docker run --rm -v "$PWD:/course" --user "$(id -u):$(id -g)" autograder doctor
#   docker run --rm -v "$PWD:/course" --user "$(id -u):$(id -g)" autograder grade --feedback
#
# `doctor` says which level of isolation the container gives: a default one has no namespaces, so "adequate"; more
# needs Docker's own filters off (--security-opt seccomp=unconfined --security-opt apparmor=unconfined).

FROM python:3.11-slim AS system
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends libseccomp2 \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home --key HOME_MODE=0700 --uid 1000 grader

# For .devcontainer: what `make test` needs besides; `make setup` then installs the rest into the working copy.
FROM system AS dev
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends chromium gcc git libc6-dev make postgresql \
 && rm -rf /var/lib/apt/lists/*
USER grader

FROM system AS grading
COPY pyproject.toml README.md LICENSE constraints.txt requirements.lock /opt/autograder/
COPY tools /opt/autograder/tools
COPY autograder /opt/autograder/autograder
COPY course_data /opt/autograder/course_data
RUN python -m venv /opt/venv \
 && PIP_NO_CACHE_DIR=1 /opt/autograder/tools/install.sh /opt/venv/bin/python
ENV PATH=/opt/venv/bin:$PATH
# any user, for --user: matplotlib and IPython keep their settings here
ENV HOME=/tmp
USER grader
WORKDIR /course
ENTRYPOINT ["autograder"]
CMD ["--help"]

# The course on a JupyterHub: deploy/compose.yaml, docs/deploy.md.
FROM grading AS hub
USER root
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends npm \
 && npm install --silent --global configurable-http-proxy@5.3.0 \
 && rm -rf /var/lib/apt/lists/*
COPY deploy /opt/autograder/deploy
# sticky: anybody may write into the exchange, nobody may move another's course in it
RUN install -d -m 0700 /srv/jupyterhub \
 && install -d -m 1777 /usr/local/share/nbgrader/exchange
# for `docker compose exec --user grader hub nbgrader ...`; servers get settings of their own
ENV JUPYTER_CONFIG_PATH=/opt/autograder/deploy/instructor
WORKDIR /srv/jupyterhub
ENTRYPOINT []
CMD ["jupyterhub", "--config", "/opt/autograder/deploy/jupyterhub_config.py"]

# what is built where no --target is named
FROM grading
