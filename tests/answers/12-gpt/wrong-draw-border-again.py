# fails: draw, on a border
# because: Cumulative sums smaller than u are counted; sums equal to u must be counted as well (the first sum greater than u is wanted).
# batch: 2
# told: true author draw: on the border
# %% solution-generate
def draw(p, u):
    """p (B, V), rows of probabilities; u (B,), uniform in [0, 1) -> (B,) int: one token for each row."""
    cum = p.cumsum(1)
    return (cum < u[:, None]).sum(1).clamp(max=p.shape[1] - 1)
