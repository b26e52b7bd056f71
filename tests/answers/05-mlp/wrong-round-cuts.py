# because: The cuts are rounded to the nearest integer with round; they must be rounded down (int), which makes a difference as soon as 0.8 n or 0.9 n is no integer.
# batch: 1
# told: true author split: cuts rounded to the nearest
# %% solution-split
def split(words, order):
    n = len(words)
    n1, n2 = round(0.8 * n), round(0.9 * n)
    s = [words[i] for i in order]
    return s[:n1], s[n1:n2], s[n2:]
