# fails: encode
# because: The padding is put in front of the shorter texts; they are filled up at the end.
# batch: 1
# told: true author encode: padded in front
# %% solution-encode
def encode(texts, vocabulary):
    number = {w: i for i, w in enumerate(vocabulary)}
    L = max(len(t) for t in texts)
    rows = []
    for text in texts:
        nums = [number.get(w, 1) for w in text]
        rows.append([0] * (L - len(nums)) + nums)
    return torch.tensor(rows, device=check.device)
