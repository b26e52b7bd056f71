#!/usr/bin/env bash
# Gradescope runs this once, as root, when it makes the container of an assignment.
set -euo pipefail
cd "$(dirname "$0")"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends libseccomp2 python3-venv
# uv brings a Python {python} where the system has another, below a folder that every user may read, and torch for CPUs.
python3 -m venv /opt/uv
/opt/uv/bin/pip install --quiet uv
export UV_PYTHON_INSTALL_DIR=/opt/python
/opt/uv/bin/uv venv --quiet --python {python} /opt/autograder
/opt/uv/bin/uv pip install --quiet --python /opt/autograder/bin/python --torch-backend cpu -r requirements.txt
