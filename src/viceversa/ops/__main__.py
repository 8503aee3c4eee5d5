"""`python -m viceversa.ops` is the command `viceversa`, for processes started by ours."""

import sys

from viceversa.ops.cli import main

sys.exit(main())
