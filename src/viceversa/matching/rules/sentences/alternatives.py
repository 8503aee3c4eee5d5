from typing import Any

Option = Any


def told(teller: Any, person: str, role: str, other: Any) -> str:
    return ""
