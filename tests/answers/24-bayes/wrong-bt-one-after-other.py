# fails: bradley_terry, two steps
# because: The strengths are updated in place, so later players are computed from new strengths of earlier ones; every new strength comes from the old ones.
# batch: 1
# told: true author bt: one after the other
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    n = wins + wins.T
    W = wins.sum(1)
    for _ in range(steps):
        for i in range(len(s)):
            s[i] = W[i] / (n[i] / (s[i] + s)).sum()
    s = s / s.log().mean().exp()
    return 1000 + 400 * s.log10()
