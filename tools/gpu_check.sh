#!/bin/sh
# What a machine with a GPU has to show: one command, under eight minutes, no network.
#   tools/gpu_check.sh [--wheels DIR] [options of tools/gpu_check.py, see --help]
# It uses $PYTHON, else .venv's, else python3. What is missing there is installed from the folder of wheels, if one
# is given, into a virtual environment that also sees what the machine has (its torch); else it is named.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
python=${PYTHON:-$here/.venv/bin/python}
[ -x "$python" ] || python=$(command -v "${PYTHON:-python3}") || { echo "no Python here: set PYTHON" >&2; exit 2; }
if [ "${1:-}" = --wheels ]; then
    wheels=$2
    shift 2
    "$python" -m venv --system-site-packages "$here/build/gpu-venv"
    python=$here/build/gpu-venv/bin/python
    for package in $("$python" "$here/tools/gpu_check.py" --missing); do
        "$python" -m pip install -q --no-index --find-links "$wheels" "$package" ||
            echo "$package: no wheel of it in $wheels" >&2
    done
fi
exec "$python" "$here/tools/gpu_check.py" "$@"
