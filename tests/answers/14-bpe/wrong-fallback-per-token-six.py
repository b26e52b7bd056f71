# because: decodes the whole strictly and, if that fails, each token on its own with 'replace': one invalid byte anywhere ruins every character that is spread over several tokens
# batch: 6
# told: true author token by token where something is invalid
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    tokens = [vocab[i] for i in ids]
    try:
        return b"".join(tokens).decode("utf-8")
    except UnicodeDecodeError:
        return "".join(t.decode("utf-8", errors="replace") for t in tokens)
