#!/usr/bin/env bash
# Scores the compiler against CPython 3.5.2's code objects: scripts/score.sh [options of score.py]
set -euo pipefail
cd "$(dirname "$0")/.."
goldens="${PYVM_GOLDENS:-../shared/bytecode-goldens}"
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
npx esbuild scripts/dis-json.ts --bundle --platform=node --format=esm --log-level=error --outfile="$out/dis-json.mjs"
python3 "$goldens/score.py" --cmd "node $out/dis-json.mjs {file}" --jobs 1 "$@"
