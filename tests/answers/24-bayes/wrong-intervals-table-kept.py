# fails: rating_intervals
# because: The table is made once before the loop, so the votes of all earlier draws stay in it; each draw begins with an empty one.
# batch: 1
# told: true author intervals: one table for all draws
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    wins = torch.zeros(P, P, device=votes.device)
    rows = []
    for draw in draws:
        for k in draw.tolist():
            winner, loser = votes[k].tolist()
            wins[winner, loser] += 1
        rows.append(rate(wins))
    R = torch.stack(rows)
    q = torch.tensor([0.025, 0.975], device=R.device)
    return R.quantile(q, dim=0).T
