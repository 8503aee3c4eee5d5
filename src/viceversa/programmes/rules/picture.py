"""A picture somebody sent becomes two squares: nothing of the file itself is kept.

Whatever a camera wrote into it (place, device, time) goes, the turn it noted is applied, and what
is not a picture is refused before its pixels are unpacked.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from PIL import Image, ImageOps, UnidentifiedImageError

HEAVIEST = 5_000_000  # bytes
FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 50_000_000  # a telephone takes 12 to 48 million
MOST_UNPACKED = 25_000_000  # pixels in memory, 100 MB; a large JPEG is unpacked at an eighth
LEAST = 128  # pixels a side
SMALL, LARGE = 128, 384  # pixels a side of the two squares
QUALITY = 82
SMOOTH = Image.Resampling.LANCZOS
PAPER = (255, 255, 255)  # under what is transparent

type Fault = Literal["heavy", "kind", "broken", "vast", "tiny"]


class BadPicture(Exception):
    """The file cannot become a picture; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault


@dataclass(frozen=True, slots=True)
class Squares:
    """Two WebP files of the same picture, without metadata."""

    small: bytes
    large: bytes


def squares(content: bytes) -> Squares:
    """Return both sizes of a JPEG, PNG or WebP, whatever its name was; raises BadPicture.

    The crop is centred, and from the top where the picture is upright: faces are there.
    """
    if len(content) > HEAVIEST:
        raise BadPicture("heavy")
    try:
        return _cut(_opened(content))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPicture("vast") from error
    except UnidentifiedImageError as error:
        raise BadPicture("kind") from error
    except (OSError, ValueError, SyntaxError, EOFError, OverflowError) as error:
        raise BadPicture("broken") from error  # what Pillow's readers raise on damaged files


def _opened(content: bytes) -> Image.Image:
    """Return the picture upright, its size checked before anything is unpacked."""
    image: Image.Image = Image.open(BytesIO(content), formats=FORMATS)
    if image.width * image.height > MOST_PIXELS:
        raise BadPicture("vast")
    if min(image.size) < LEAST:
        raise BadPicture("tiny")
    image.draft("RGB", (LARGE, LARGE))  # JPEG alone knows how
    if image.width * image.height > MOST_UNPACKED:
        raise BadPicture("vast")
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    return image


def _cut(image: Image.Image) -> Squares:
    side = min(image.size)
    left = (image.width - side) // 2
    if image.mode in {"1", "P"}:  # between few colours nothing can be mixed
        image = image.convert("RGBA")
    square = image.resize((LARGE, LARGE), SMOOTH, (left, 0, left + side, side))
    # Onto a fresh sheet: of the old one neither metadata nor a colour profile comes along.
    colours = square.convert("RGBA")
    sheet = Image.new("RGB", square.size, PAPER)
    sheet.paste(colours, mask=colours.getchannel("A"))
    return Squares(_webp(sheet.resize((SMALL, SMALL), SMOOTH)), _webp(sheet))


def _webp(sheet: Image.Image) -> bytes:
    file = BytesIO()
    sheet.save(file, "WEBP", quality=QUALITY)
    return file.getvalue()
