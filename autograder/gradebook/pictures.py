"""A PNG that a student's process drew -> the same pixels, written anew; and how much one notebook may show.

In: bytes of any kind. Out: a PNG of ours, with nothing in it but pixels, or None. What is hidden in the
chunks of a PNG or behind its end is left behind; a file of a few bytes that stands for a billion pixels
is not decoded at all, here or in the reader's browser.
"""

from __future__ import annotations

import io
import struct

__all__ = ["MAX_PIXELS", "Room", "pixels_of", "redrawn"]

MAX_PIXELS = 4_000_000  # of one picture: 20 by 20 inches at matplotlib's 100 dots per inch
_MAX_BYTES = 2 * 2**20
_HEAD = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_MODES = {"1": "L", "L": "L", "LA": "LA", "P": "RGBA", "RGB": "RGB", "RGBA": "RGBA"}  # others: 16 bits of grey


class Room:
    """What the outputs of one notebook may still take: bytes of a page, pixels to decode."""

    def __init__(self, size: int = 8 * 2**20, pixels: int = 40_000_000) -> None:
        self._size, self._pixels = size, pixels

    def take(self, size: int = 0, pixels: int = 0) -> bool:
        """Tell whether so much more fits; if so, it is taken."""
        if size > self._size or pixels > self._pixels:
            return False
        self._size -= size
        self._pixels -= pixels
        return True


def pixels_of(data: bytes) -> int:
    """Return width times height as a PNG's head says; 0 if that is no PNG, or one of more than 2 MB."""
    if not data.startswith(_HEAD) or not len(_HEAD) + 8 <= len(data) <= _MAX_BYTES:
        return 0
    width, height = struct.unpack_from(">II", data, len(_HEAD))
    return int(width * height)


def redrawn(data: bytes) -> bytes | None:
    """Return the picture as a PNG of 8 bits a channel, None if it is no PNG, damaged, or too large."""
    from PIL import Image

    if not 0 < pixels_of(data) <= MAX_PIXELS:
        return None
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            if picture.width * picture.height > MAX_PIXELS:  # a second head that says otherwise
                return None
            mode = _MODES.get(picture.mode, "L")
            if "transparency" in picture.info and mode != "LA":
                mode = "RGBA"
            image = picture.convert(mode)
    except Exception:  # noqa: BLE001  whatever a decoder says of what was made to break it
        return None
    image.info.clear()  # no text, no colour profile, no date
    file = io.BytesIO()
    image.save(file, format="PNG", compress_level=4)
    return file.getvalue() if len(file.getvalue()) <= _MAX_BYTES else None
