"""Pictures of students: pixels come through, nothing else does; what does not fit is said."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from autograder.gradebook.fill import kept, shown
from autograder.gradebook.pictures import MAX_PIXELS, Room, pixels_of, redrawn
from autograder.model import Output


def png(image: Image.Image, **options: object) -> bytes:
    made = io.BytesIO()
    image.save(made, format="PNG", **options)
    return made.getvalue()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_the_pixels_are_the_same(mode: str) -> None:
    """What a student drew is shown as it was drawn, transparency included; no text of the file is left."""
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", "<script>")
    gradient = Image.linear_gradient("L").resize((40, 30))
    before = gradient.convert(mode) if mode != "I;16" else Image.new(mode, (40, 30))
    data = redrawn(png(before, pnginfo=note) + b"<script>")
    assert data is not None
    assert b"script" not in data
    after = Image.open(io.BytesIO(data))
    assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()


def test_transparent_colours_stay_transparent() -> None:
    """A palette's or a colour's transparency stands in a chunk of its own, and is kept."""
    palette = Image.new("P", (2, 1))
    palette.putpalette([255, 0, 0, 0, 255, 0])
    palette.putpixel((1, 0), 1)
    for image, options in (
        (palette, {"transparency": 1}),
        (Image.new("RGB", (1, 1), (1, 2, 3)), {"transparency": (1, 2, 3)}),
    ):
        data = redrawn(png(image, **options))
        assert data is not None
        pixel: Any = Image.open(io.BytesIO(data)).getpixel((image.width - 1, 0))
        assert pixel[3] == 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg onload=1>",
        b"\x89PNG\r\n\x1a\n",
        png(Image.new("L", (40, 30)))[:-40],
        png(Image.effect_noise((40, 30), 50))[:200],
        png(Image.new("1", (MAX_PIXELS // 1000, 1001))),
        png(Image.new("1", (30_000, 30_000))),
        png(Image.new("L", (4, 3))) + bytes(2 * 2**20),
        png(Image.new("L", (4, 3))).replace(b"IHDR\0\0\0\x04", b"IHDR\0\0\0\0"),
    ],
    ids=["empty", "svg", "no head", "no end", "half", "too large", "bomb", "too long", "no width"],
)
def test_what_is_no_fit_picture_is_named(data: bytes) -> None:
    """Damaged, disguised or huge: the page says that a picture was left out."""
    assert redrawn(data) is None
    (output,) = shown([Output("png", data=data)], Room())
    assert "a picture was left out" in output.text


def test_a_picture_is_not_decoded_beyond_the_room() -> None:
    """Many small files of many pixels: the pixels of a notebook have a bound."""
    data = png(Image.new("1", (1000, 1000)))
    made = list(shown([Output("png", data=data)] * 3, Room(pixels=2 * pixels_of(data))))
    assert ["data" in one for one in made] == [True, True, False]


def test_outputs_beyond_the_room_are_left_out_and_that_is_said() -> None:
    """The bytes count as they stand in the page: an ampersand is five."""
    outputs = [Output("stdout", "&" * 100)] * 4
    made = list(kept(shown(outputs, Room()), Room(size=1200)))
    assert [one.text[:5] for one in made] == ["&" * 5, "&" * 5, "... ("]
