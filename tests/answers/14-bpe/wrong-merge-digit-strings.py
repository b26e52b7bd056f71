# because: The student replaces in a string of numbers, where "1 2" is also found inside "11 2" or "1 25"; whole ids have to be compared, not their digits.
# batch: 1
# told: true author a text of digits replaced
# %% solution-merge
def merge(ids, pair, idx):
    as_text = " ".join(str(i) for i in ids)
    as_text = as_text.replace(f"{pair[0]} {pair[1]}", str(idx))
    return [int(word) for word in as_text.split()]
