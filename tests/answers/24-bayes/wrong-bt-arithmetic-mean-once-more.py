# because: divides by the arithmetic mean of the strengths instead of the geometric one, so the ratings' mean is not 1000
# batch: 5
# told: true author bt: the arithmetic mean
# %% solution-bt
def bradley_terry(wins, steps):
    """wins (P, P) float, wins[i, j] how often i beat j -> Elo ratings (P,) after so many steps, their mean 1000."""
    s = torch.ones(len(wins), device=wins.device)
    duels = wins + wins.t()
    for step in range(steps):
        s = wins.sum(dim=1) / (duels / (s[:, None] + s[None, :])).sum(dim=1)
    s = s / s.mean()
    return 1000 + 400 * s.log10()
