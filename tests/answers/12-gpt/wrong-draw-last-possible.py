# fails: *
# because: When the sums stay below u, the last token with a probability above 0 is taken; the text says the last token, whatever its probability.
# batch: 1
# told: true author draw: the last piece past the end
# %% solution-generate
def draw(p, u):
    """p (B, V), rows of probabilities; u (B,), uniform in [0, 1) -> (B,) int: one token for each row."""
    tokens = []
    for row, r in zip(p, u):
        total, choice = 0.0, 0
        for i, prob in enumerate(row):
            if prob == 0:
                continue
            choice = i
            total = total + prob
            if total > r:
                break
        tokens.append(choice)
    return torch.tensor(tokens, device=p.device)
