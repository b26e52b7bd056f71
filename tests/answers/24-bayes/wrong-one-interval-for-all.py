# fails: rating_intervals
# because: The quantiles are taken over all ratings of all players together; each player has an interval over the draws.
# batch: 2
# told: vague numeric all alike
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    all_ratings = []
    for d in draws.tolist():
        table = torch.zeros((P, P), device=votes.device)
        for i in d:
            winner, loser = votes[i].tolist()
            table[winner, loser] += 1
        all_ratings.append(rate(table))
    R = torch.stack(all_ratings).float()
    ends = torch.stack([R.quantile(0.025), R.quantile(0.975)])
    return ends.expand(P, 2)
