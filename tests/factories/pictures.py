"""Pictures somebody might send."""

from io import BytesIO

from PIL import Image


def a_picture(*, side: int = 400, colour: str = "teal", kind: str = "JPEG") -> bytes:
    """Return the file of a square in one colour."""
    file = BytesIO()
    Image.new("RGB", (side, side), colour).save(file, kind)
    return file.getvalue()
