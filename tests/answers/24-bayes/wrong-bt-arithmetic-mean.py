# fails: bradley_terry, two steps
# because: The scale is fixed by the arithmetic mean of the strengths, so the ratings' mean is not 1000; it is the geometric mean.
# batch: 1
# told: true author bt: the arithmetic mean
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    duels = wins + wins.t()
    for _ in range(steps):
        s = wins.sum(dim=1) / (duels / (s.unsqueeze(1) + s.unsqueeze(0))).sum(dim=1)
    return 1000 + 400 * torch.log10(s / s.mean())
