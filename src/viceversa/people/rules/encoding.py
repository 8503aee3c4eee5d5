"""Which encoding a file is in: byte-order marks, then validity, then what makes sensible words."""

import codecs
import re
from functools import cache

SAMPLE = 1_000_000  # bytes looked at to choose between single-byte encodings
MINIMUM = 0.0  # a worse score than this means that none of our three makes words of the bytes
SINGLE_BYTE = ("cp1252", "iso-8859-15", "mac-roman")
HIGH = re.compile(rb"[\x80-\xff]")
USUAL = frozenset("àèéìíòóùúÀÈÉÌÒÙáâäãåçêëîïñôöõüûÿßœæøÁÂÄÇÊËÍÎÏÑÓÔÖÚÜŒØšžŠŽ")


def detect_encoding(content: bytes) -> str | None:
    """Return a name of Python's codecs for `content`, or None where it is no text at all."""
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if wide := _utf16_without_mark(content[:4000]):
        return wide
    if b"\x00" in content:
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(content[:SAMPLE])
    return "utf-8"


def decode(content: bytes, encoding: str) -> str:
    """Return the text; raises UnicodeError where the bytes are not in `encoding`."""
    if encoding == "utf-8":
        encoding = (
            "utf-8-sig"  # a mark is dropped whether or not someone chose the encoding by hand
        )
    return content.decode(encoding)


def _utf16_without_mark(sample: bytes) -> str | None:
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and odd > 0.6 * half and even == 0:
        return "utf-16-le"
    if half and even > 0.6 * half and odd == 0:
        return "utf-16-be"
    return None


def _single_byte(sample: bytes) -> str | None:
    score, encoding = max(
        ((_score(sample, name), name) for name in SINGLE_BYTE),
        key=lambda pair: (pair[0], -SINGLE_BYTE.index(pair[1])),
    )
    if score > MINIMUM:
        return encoding
    from charset_normalizer import from_bytes  # rarely needed, slow to import

    best = from_bytes(sample).best()
    return best.encoding if best else encoding


def _score(sample: bytes, encoding: str) -> float:
    """Return how much sense the bytes above 127 make as parts of words, a mean per byte."""
    letters = _letters(encoding)
    total = found = 0
    for match in HIGH.finditer(sample):
        at = match.start()
        before = letters[sample[at - 1]] if at else " "
        after = letters[sample[at + 1]] if at + 1 < len(sample) else " "
        total += _sense(before, letters[sample[at]], after)
        found += 1
    return total / found if found else 0.0


def _sense(before: str, char: str, after: str) -> int:
    if char == "\ufffd" or char < "\xa0":
        return -10
    if char.isalpha():
        if char.isupper() and before.islower():
            return -3
        return 3 if char in USUAL else 0
    if char in "’‘":
        return 3 if before.isalpha() else 1
    if before.isalpha() and after.isalpha():
        return -4
    return 1 if char in "–—“”«»€°…·\xa0" else -1


@cache
def _letters(encoding: str) -> str:
    return bytes(range(256)).decode(encoding, errors="replace")
