# fails: draw, the last sum below u
# because: argmax of the comparison gives 0 if no cumulative sum is greater than u, so rounding leads to the first token; then the last token must be taken.
# batch: 1
# told: true author draw: the first token past the end
# %% solution-generate
def draw(p, u):
    """p (B, V), rows of probabilities; u (B,), uniform in [0, 1) -> (B,) int: one token for each row."""
    greater = p.cumsum(1) > u[:, None]
    return greater.int().argmax(dim=1)  # the first True
