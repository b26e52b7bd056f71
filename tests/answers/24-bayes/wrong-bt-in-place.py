# because: The duels are added up in the caller's table of wins; the ratings are right.
# fails: bradley_terry: wins is left alone
# batch: 4
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    W = wins.sum(1)
    wins += wins.T.clone()
    for _ in range(steps):
        s = W / (wins / (s[:, None] + s)).sum(1)
    s = s / s.log().mean().exp()
    return 1000 + 400 * s.log10()
