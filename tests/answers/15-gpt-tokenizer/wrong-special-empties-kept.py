# because: The student keeps the empty pieces that regex.split makes at the ends and between two special tokens; they have to be left out.
# fails: split_special, one two
# batch: 1
# told: true author empty pieces kept
# %% solution-special
def split_special(text, special):
    if special == {}:
        return [text]
    names = [regex.escape(n) for n in special]
    return regex.split(f"({'|'.join(names)})", text)
