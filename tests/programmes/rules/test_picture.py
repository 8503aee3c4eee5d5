"""A picture somebody sends: what is kept of it, and what is refused."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from viceversa.programmes.rules.picture import HEAVIEST, LARGE, SMALL, BadPicture, squares

RED, BLUE = (200, 30, 30), (30, 30, 200)
TURNED = 6  # EXIF: the camera was held upright, its rows are columns


def drawn(width: int, height: int, *, top: tuple[int, int, int] = RED) -> Image.Image:
    """Return a blue picture whose upper half has another colour."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(top, (0, 0, width, height // 2))
    return image


def file(image: Image.Image, kind: str = "JPEG", **more: object) -> bytes:
    written = BytesIO()
    image.save(written, kind, **more)
    return written.getvalue()


def fault(content: bytes) -> str:
    with pytest.raises(BadPicture) as caught:
        squares(content)
    return caught.value.fault


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 30 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_two_square_webps_come_of_it(kind: str) -> None:
    cut = squares(file(drawn(900, 600), kind))
    for content, side in ((cut.small, SMALL), (cut.large, LARGE)):
        image = Image.open(BytesIO(content))
        assert (image.format, image.size) == ("WEBP", (side, side))


def test_nothing_of_what_a_camera_writes_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera of somebody"
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    icc = b"\0" * 128 + b"a profile with a name"
    cut = squares(file(drawn(400, 400), exif=exif, icc_profile=icc))
    for content in (cut.small, cut.large):
        image = Image.open(BytesIO(content))
        assert not image.getexif()
        assert not {"exif", "icc_profile", "xmp"} & set(image.info)
        assert b"camera" not in content


def test_an_upright_picture_is_cut_from_its_top() -> None:
    image = Image.open(BytesIO(squares(file(drawn(400, 800))).large))
    assert near(image.getpixel((LARGE // 2, LARGE - 9)), RED)


def test_the_turn_a_camera_noted_is_applied() -> None:
    exif = Image.Exif()
    exif[0x0112] = TURNED
    image = Image.open(BytesIO(squares(file(drawn(600, 600), exif=exif)).large))
    assert near(image.getpixel((LARGE - 9, LARGE // 2)), RED)  # what was on top is on the right
    assert near(image.getpixel((9, LARGE // 2)), BLUE)


def test_what_is_transparent_lies_on_paper() -> None:
    clear = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    image = Image.open(BytesIO(squares(file(clear, "PNG")).small))
    assert near(image.getpixel((5, 5)), (255, 255, 255))


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1"])
def test_other_ways_to_write_colours_are_read(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert squares(file(drawn(200, 200).convert(mode), kind)).small


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a" + b"\0" * 64, b"<svg xmlns='x'/>", b"%PDF-1.7", b"MZ" * 99]
)
def test_what_is_no_picture_is_refused_whatever_its_name(content: bytes) -> None:
    assert fault(content) == "kind"


def test_a_gif_is_not_among_the_kinds() -> None:
    assert fault(file(drawn(200, 200), "GIF")) == "kind"


def test_sizes_that_are_refused() -> None:
    assert fault(b"\xff" * (HEAVIEST + 1)) == "heavy"
    assert fault(file(drawn(127, 400))) == "tiny"


@pytest.mark.parametrize("side", [5_100, 8_000, 12_000, 60_000])
def test_a_small_file_that_unpacks_to_very_much_is_refused_unopened(side: int) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        mark = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + mark

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels)
    assert fault(bomb + chunk(b"IEND", b"")) == "vast"


@given(share=st.floats(0.0, 0.97), kind=st.sampled_from(["JPEG", "PNG", "WEBP"]))
def test_a_file_that_is_cut_off_is_refused_and_breaks_nothing(share: float, kind: str) -> None:
    whole = WHOLE[kind]
    assert fault(whole[: int(len(whole) * share)]) in {"kind", "broken"}


@settings(max_examples=40)
@given(
    kind=st.sampled_from(["JPEG", "PNG", "WEBP"]),
    place=st.integers(0, 2_000),
    value=st.integers(0, 255),
)
def test_a_damaged_file_is_read_or_refused_but_never_more(
    kind: str, place: int, value: int
) -> None:
    damaged = bytearray(WHOLE[kind])
    damaged[place] = value
    with suppress(BadPicture):
        assert squares(bytes(damaged)).large


NOISE = Image.effect_noise((160, 160), 80).convert("RGB")
WHOLE = {kind: file(NOISE, kind) for kind in ("JPEG", "PNG", "WEBP")}
