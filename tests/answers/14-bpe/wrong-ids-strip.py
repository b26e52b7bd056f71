# because: The student cleaned the text with strip first, so white space at the beginning and the end is lost; a tokenizer must keep every byte of the text.
# batch: 1
# told: true author white space stripped
# %% solution-to-ids
def to_ids(text):
    text = text.strip()          # no stray blanks or newlines
    return list(text.encode("utf-8"))
