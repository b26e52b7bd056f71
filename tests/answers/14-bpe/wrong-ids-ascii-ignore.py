# because: The student encoded as ASCII and ignored what does not fit, so all other characters are lost; UTF-8 keeps them, as two to four bytes.
# fails: to_ids, greeting
# batch: 1
# told: true author ASCII, the rest dropped
# %% solution-to-ids
def to_ids(text):
    res = []
    for ch in text:
        for b in ch.encode("ascii", errors="ignore"):
            res.append(b)
    return res
