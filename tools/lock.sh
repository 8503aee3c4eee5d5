#!/bin/sh
# Renews requirements/*.txt: hashes, no index addresses, one lock for every platform.
set -eu
cd "$(dirname "$0")/.."
compile() { .tools/bin/uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.12 --quiet "$@"; }
compile --group build --output-file requirements/run.txt
compile --group build --group test --group check --constraints requirements/run.txt --output-file requirements/dev.txt
