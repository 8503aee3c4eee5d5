"""All benchmarks that `make bench` runs: the engine beside its peers."""

import sys

from benchmarks.engine.__main__ import SIZES, main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or SIZES))
