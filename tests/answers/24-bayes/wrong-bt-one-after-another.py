# because: updates the strengths one after another, later players already use the new strengths of the earlier ones
# batch: 5
# told: true author bt: one after the other
# %% solution-bt
def bradley_terry(wins, steps):
    """wins (P, P) float, wins[i, j] how often i beat j -> Elo ratings (P,) after so many steps, their mean 1000."""
    s = torch.ones(len(wins), device=wins.device)
    n = wins + wins.T
    W = wins.sum(1)
    for _ in range(steps):
        for i in range(len(s)):
            s[i] = W[i] / (n[i] / (s[i] + s)).sum()
    s = s / s.log().mean().exp()
    return 1000 + 400 * torch.log10(s)
