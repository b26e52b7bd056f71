# because: uses an incremental decoder without the closing final=True: an incomplete character at the end disappears instead of becoming the replacement character
# batch: 6
# told: true author half a character at the end lost
# %% solution-decode
import codecs


def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    text = ""
    for i in ids:
        text += decoder.decode(vocab[i])
    return text
