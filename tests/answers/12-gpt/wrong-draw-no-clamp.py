# fails: draw, the last sum below u
# because: If all cumulative sums are at most u, the count gives V, a token that does not exist; the last token must be taken then.
# batch: 2
# told: true author draw: past the end
# %% solution-generate
def draw(p, u):
    """p (B, V), rows of probabilities; u (B,), uniform in [0, 1) -> (B,) int: one token for each row."""
    return (p.cumsum(dim=-1) <= u.unsqueeze(-1)).sum(dim=-1)
