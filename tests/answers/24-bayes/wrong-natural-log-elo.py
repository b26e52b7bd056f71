# fails: bradley_terry, many steps
# because: The natural logarithm is taken for the Elo ratings; it is the logarithm to base 10.
# batch: 2
# told: true author bt: the natural logarithm
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    W, n = wins.sum(1), wins + wins.t()
    for _ in range(steps):
        s = W / (n / (s[:, None] + s[None, :])).sum(1)
    logs = s.log()
    return 1000 + 400 * (logs - logs.mean())
