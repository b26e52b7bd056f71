# because: The strengths are divided by their arithmetic mean instead of the geometric one, so the mean of the ratings is not 1000.
# batch: 3
# %% solution-bt
def bradley_terry(wins, steps):
    """wins (P, P) float, wins[i, j] how often i beat j -> Elo ratings (P,) after so many steps, their mean 1000."""
    s = torch.ones(len(wins), device=wins.device)
    n = wins + wins.T
    for _ in range(steps):
        s = wins.sum(1) / (n / (s[:, None] + s[None, :])).sum(1)
    s = s / s.mean()
    return 1000 + 400 * torch.log10(s)
