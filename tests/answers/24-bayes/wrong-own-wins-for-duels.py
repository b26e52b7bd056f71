# fails: bradley_terry, two steps
# because: Only the wins of i stand for the number of duels; n_ij counts the duels of both, whoever won.
# batch: 2
# told: true author bt: wins for duels
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    for _ in range(steps):
        below = (wins / (s.unsqueeze(1) + s.unsqueeze(0))).sum(dim=1)
        s = wins.sum(dim=1) / below
    s = s / torch.exp(torch.log(s).mean())
    return 1000 + 400 * torch.log10(s)
