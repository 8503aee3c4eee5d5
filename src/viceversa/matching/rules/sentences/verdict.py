from typing import Any

Given = Any


def told(pair: Any, given: Any) -> str:
    return ""
