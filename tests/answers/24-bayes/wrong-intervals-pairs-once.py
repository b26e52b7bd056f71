# fails: rating_intervals
# because: `table[i, j] += 1` with lists adds only 1 for a pair that occurs many times; each vote must count.
# batch: 1
# told: true author intervals: pairs counted once
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    ratings = []
    for d in draws:
        drawn = votes[d]
        table = torch.zeros(P, P, device=votes.device)
        table[drawn[:, 0], drawn[:, 1]] += 1
        ratings.append(rate(table))
    ratings = torch.stack(ratings)
    return torch.stack([ratings.quantile(0.025, 0), ratings.quantile(0.975, 0)], 1)
