# because: The student loops over the letters only and forgets the closing full stop, so each name lacks its last example (m letters make m + 1 rows).
# fails: X, emma; Y, emma
# batch: 1
# told: true author dataset: the end is missing
# %% solution-dataset
def build_dataset(words, block):
    xs = []
    ys = []
    for name in words:
        window = [0] * block
        for letter in name:
            i = stoi[letter]
            xs.append(window)
            ys.append(i)
            window = window[1:] + [i]
    return torch.tensor(xs), torch.tensor(ys)
