#!/bin/sh
# Finds a Python, makes .venv from the locked requirements, and does nothing the second time.
# Usage: tools/bootstrap.sh run|dev
set -eu
cd "$(dirname "$0")/.."
want=${1:-run}

works() { "$1" -c 'import sys; sys.exit(not sys.version_info >= (3, 12))' >/dev/null 2>&1; }

# A pyenv shim may stand on the path and still fail, so every candidate is tried by running it.
find_python() {
  for name in ${PYTHON:-} python3.14 python3.13 python3.12 python3; do
    path=$(command -v "$name" 2>/dev/null) && works "$path" && { echo "$path"; return; }
  done
  for version in 3.14 3.13 3.12; do
    for path in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version"*/bin/python; do
      [ -x "$path" ] && works "$path" && { echo "$path"; return; }
    done
  done
  # Last resort: uv may fetch one, where the network allows it.
  .tools/bin/uv python find '>=3.12' 2>/dev/null && return
  .tools/bin/uv python install -q 3.13 >/dev/null 2>&1 && .tools/bin/uv python find '>=3.12'
}

stop() { echo "Viceversa cannot be set up: $1" >&2; exit 1; }

# Any Python makes the installer's own environment; a shim that stands there and fails does not.
base=
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12; do
  if "$name" -c '' >/dev/null 2>&1; then base=$name; break; fi
done
[ -n "$base" ] || stop "no python3 runs on this machine. Install Python 3.12 or newer (python.org, apt, brew) and run this again."

stamp=".venv/.installed-$want"
# The stamp says what .venv was made from: the lock, the package's own description, this script.
print=$(cat requirements/run.txt requirements/dev.txt pyproject.toml tools/bootstrap.sh | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$print" ] && [ -x .venv/bin/viceversa ]; then exit 0; fi

if [ ! -x .tools/bin/uv ]; then
  echo "Preparing the installer …"
  "$base" -m venv .tools || stop "python3 cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv."
  .tools/bin/pip install --quiet --disable-pip-version-check uv 2>/dev/null \
    || stop "the package index does not answer. Check the network or pip's configuration, then run this again."
fi

if [ ! -x .venv/bin/python ] || ! works .venv/bin/python; then
  python=$(find_python) || true
  [ -n "${python:-}" ] || stop "Python 3.12 or newer is needed and none was found on the path or in pyenv. Install one and run this again, or name it: PYTHON=/path/to/python3.13 make run"
  .tools/bin/uv venv --quiet --clear --python "$python" .venv
fi

echo "Installing what Viceversa needs: once, a minute or two …"
export UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy VIRTUAL_ENV="$PWD/.venv"
if [ "$want" = dev ]; then
  .tools/bin/uv pip sync --quiet --require-hashes requirements/dev.txt || stop "the requirements could not be installed (see above)."
else
  .tools/bin/uv pip install --quiet --require-hashes -r requirements/run.txt || stop "the requirements could not be installed (see above)."
fi
.tools/bin/uv pip install --quiet --no-deps --no-build-isolation --editable . || stop "the package itself could not be installed (see above)."
.venv/bin/python tools/translations.py compile
rm -f .venv/.installed-*
echo "$print" > "$stamp"
[ "$want" = dev ] && echo "$print" > .venv/.installed-run
exit 0
