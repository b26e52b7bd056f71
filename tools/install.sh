#!/usr/bin/env bash
# tools/install.sh PYTHON: installs everything into PYTHON's environment, at the versions of constraints.txt.
#
# Whatever index pip is set up with will do. uv is faster, but has settings of its own: where it fails, pip follows.
# Both take a file only if requirements.lock has its hash, so it does not matter where it comes from.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$1
pip() { "$python" -m pip install -qq --disable-pip-version-check "$@"; }  # -qq: errors, but no warnings
uv_or_pip() {
  command -v uv > /dev/null && uv pip install --quiet --python "$python" "$@" 2> /dev/null || pip "$@"
}

# Every version is named, so nothing is to be resolved: an old pip takes minutes for that.
uv_or_pip --require-hashes --no-deps -r requirements.lock

# torch has no hash (requirements.lock says why). uv knows where its CPU build is (UV_TORCH_BACKEND=auto: the build for
# this machine's GPU); pip takes the CPU build where its index has one, else the common one with the libraries it needs.
UV_TORCH_BACKEND=${UV_TORCH_BACKEND:-cpu} uv_or_pip -c constraints.txt torch

pip --no-deps --no-build-isolation -e .
