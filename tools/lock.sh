#!/usr/bin/env bash
# Writes requirements.lock from constraints.txt: the same versions, with the hashes of all their files.
# Needs uv (pip install uv), which works out what each system and each Python takes of them.
set -euo pipefail
cd "$(dirname "$0")/.."
{
  echo "# constraints.txt with hashes, made by \`make lock\`; \`make setup\` installs it. Not in it: torch. Its CPU and CUDA"
  echo "# builds have one version and differ in files, and which an index holds differs: tools/install.sh."
  grep -v '^torch==' constraints.txt | uv pip compile - --universal --python-version 3.11 --generate-hashes \
    --no-annotate --no-header --quiet
} > requirements.lock.new
mv requirements.lock.new requirements.lock
