# fails: bradley_terry, two steps
# because: n_ij counts only the duels that i won; it is the number of duels between the two, whoever won.
# batch: 1
# told: true author bt: wins for duels
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    for step in range(steps):
        pairs = s[:, None] + s[None, :]
        s = wins.sum(1) / (wins / pairs).sum(1)
    s = s / torch.exp(torch.log(s).mean())
    return 1000 + 400 * torch.log10(s)
