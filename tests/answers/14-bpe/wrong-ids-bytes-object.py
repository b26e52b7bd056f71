# because: The student returned the bytes object itself; the task wants a list of int, so it has to be turned into one with list().
# batch: 1
# told: true author bytes, not a list
# %% solution-to-ids
def to_ids(text):
    out = text.encode("utf-8")   # looping over it gives ints, good enough
    return out
