# because: reads the bytes as a text file (TextIOWrapper with universal newlines), which turns \r\n and \r into \n
# batch: 6
# told: true author decode: line ends made alike
# %% solution-decode
import io


def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    buffer = io.BytesIO()
    for i in ids:
        buffer.write(vocab[i])
    buffer.seek(0)
    return io.TextIOWrapper(buffer, encoding="utf-8", errors="replace").read()
