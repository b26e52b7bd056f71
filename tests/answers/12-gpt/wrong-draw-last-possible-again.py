# fails: *
# because: When rounding leaves the last sum below u, the last token with a probability above 0 is taken; the text says the last token, whatever its probability.
# batch: 2
# told: true author draw: the last piece past the end
# %% solution-generate
def draw(p, u):
    """p (B, V), rows of probabilities; u (B,), uniform in [0, 1) -> (B,) int: one token for each row."""
    tokens = []
    for row, ui in zip(p, u):
        total, chosen = 0.0, 0
        sums_ = row.cumsum(0)
        for k in range(len(row)):
            if row[k] > 0:
                chosen = k
                if sums_[k] > ui:
                    break
        tokens.append(chosen)
    return torch.tensor(tokens, device=p.device)
