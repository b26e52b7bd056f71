# fails: bradley_terry, two steps
# because: The strengths are overwritten one by one within a step, so later players see new ones; every new strength comes from the old ones.
# batch: 2
# told: true author bt: one after the other
# %% solution-bt
def bradley_terry(wins, steps):
    """wins (P, P) float, wins[i, j] how often i beat j -> Elo ratings (P,) after so many steps, their mean 1000."""
    s = torch.ones(len(wins), device=wins.device)
    n = wins + wins.T
    for _ in range(steps):
        for i in range(len(s)):
            s[i] = wins[i].sum() / (n[i] / (s[i] + s)).sum()
    s = s / s.log().mean().exp()
    return 1000 + 400 * s.log10()
