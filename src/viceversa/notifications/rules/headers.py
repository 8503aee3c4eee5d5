"""How headers are written out: links whole, subjects as every mail program can read them.

Python's policy encodes a word longer than a line, which turns the link of `List-Unsubscribe` into
something no mail program follows, and sets two encoded words of a long subject side by side without
the blank that RFC 2047 asks for.
"""

from email.header import Header
from email.policy import EmailPolicy, Policy
from typing import Any

WHOLE = {"list-unsubscribe", "list-unsubscribe-post"}  # at most 998 characters, as RFC 5322 allows


class Written(EmailPolicy):
    """An e-mail policy with these two headers written out in our own way."""

    def fold(self, name: str, value: str) -> str:
        """Return one header with its line ends."""
        text = str(value)
        if name.lower() in WHOLE:
            return f"{name}: {text}{self.linesep}"
        if name.lower() == "subject":
            charset = "us-ascii" if text.isascii() else "utf-8"
            folded = Header(text, charset, header_name=name).encode(linesep=self.linesep)
            return f"{name}: {folded}{self.linesep}"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: str) -> bytes:
        """Return the same as bytes."""
        return self.fold(name, value).encode("utf-8" if self.utf8 else "ascii", "surrogateescape")


def like(policy: "Policy[Any]") -> Written:
    """Return this policy with the line ends and limits of another one."""
    return Written(
        linesep=policy.linesep,
        max_line_length=policy.max_line_length,
        utf8=bool(getattr(policy, "utf8", False)),
    )
