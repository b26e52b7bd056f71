# because: The student drops chunks that are white space only, so the chunks put together are no longer the text; all matches have to be returned.
# batch: 1
# told: true author chunks of white space dropped
# %% solution-split
def split(text, pattern):
    chunks = []
    for m in regex.finditer(pattern, text):
        chunk = m.group(0)
        if chunk.strip():      # empty ones are useless
            chunks.append(chunk)
    return chunks
