# fails: draw, on a border
# because: It counts the cumulative sums that are smaller than u, so a u exactly on a border falls into the left piece (and u = 0 draws a token of probability 0); sums equal to u must be counted too, the drawn sum is greater than u.
# batch: 1
# told: true author draw: on the border
# %% solution-generate
def draw(p, u):
    """p (B, V), rows of probabilities; u (B,), uniform in [0, 1) -> (B,) int: one token for each row."""
    cum = torch.cumsum(p, dim=-1)
    n = (cum < u.unsqueeze(1)).sum(dim=1)
    return n.clamp(max=p.shape[1] - 1)
