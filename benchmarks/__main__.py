"""All benchmarks that `make bench` runs: the engine beside its peers, and its bars."""

import sys

from benchmarks.engine.__main__ import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
