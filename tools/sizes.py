"""Files of at most 400 lines, functions of at most 40, and no file called utils."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("src", "tests", "tools", "benchmarks")
FILE_LINES, FUNCTION_LINES = 400, 40
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common"}


def faults(path: Path) -> Iterator[str]:
    """Yield a sentence for each fault of one file."""
    name = path.relative_to(ROOT)
    if path.stem in VAGUE:
        yield f"{name}: the name says nothing; name the file after its idea"
    source = path.read_text(encoding="utf-8")
    lines = source.count("\n")
    if lines > FILE_LINES:
        yield f"{name}: {lines} lines (at most {FILE_LINES}); split by noun"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                where = f"{name}:{node.lineno}: {node.name}"
                yield f"{where} has {length} lines (at most {FUNCTION_LINES})"


def main() -> int:
    """Print the faults of every Python file; return 1 where there are any."""
    paths = [
        path
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]
    found = [fault for path in paths for fault in faults(path)]
    print("\n".join(found) or f"{len(paths)} files, all of a size one can read.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
