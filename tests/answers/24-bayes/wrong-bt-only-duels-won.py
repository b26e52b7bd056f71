# because: n_ij is taken to be wins[i, j], the duels that i won; it is the number of duels between the two, whoever won.
# batch: 3
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    W = wins.sum(dim=1)
    for step in range(steps):
        pairs = s.unsqueeze(1) + s.unsqueeze(0)
        s = W / (wins / pairs).sum(dim=1)
    s = s / s.log().mean().exp()
    return 1000 + 400 * s.log10()
