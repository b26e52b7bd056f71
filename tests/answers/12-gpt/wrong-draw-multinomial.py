# fails: draw
# because: torch.multinomial draws with randomness of its own and u is ignored; nothing but u may be random.
# batch: 2
# told: true author draw: with multinomial
# %% solution-generate
def draw(p, u):
    """p (B, V), rows of probabilities; u (B,), uniform in [0, 1) -> (B,) int: one token for each row."""
    return torch.multinomial(p, num_samples=1).squeeze(1)
