"""Display a picture of four billion pixels in a few bytes, one of 5 MB, one with a page behind its end, and one that is none.

"""
import os
import struct
import zlib

from IPython.display import Image, display


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, data, after=b""):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", data) + chunk(b"IEND", b"") + after


page = b"<html><script>document.title='ATTACK_ACTIVE'</script></html>"
display(Image(data=png(65535, 65535, zlib.compress(bytes(1 << 20)))))
display(Image(data=png(1, 1, zlib.compress(bytes(4)) + os.urandom(5 << 20))))
display(Image(data=png(1, 1, zlib.compress(bytes(4)), page)))
display(Image(data=b"\x89PNG\r\n\x1a\n" + page, format="png"))
display({"image/png": "ATTACK_ACTIVE\"><script>document.title='ATTACK_ACTIVE'</script>", "text/plain": "x"}, raw=True)
