# fails: rating_intervals
# because: wins[w, l] += 1 with lists of places adds 1 only once for a pair that occurs often; use index_put_ with accumulate or a loop.
# batch: 2
# told: true author intervals: pairs counted once
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    """votes (n, 2) int: winner, loser; draws (B, n) int; rate(wins (P, P)) -> (P,) -> intervals (P, 2) float32."""
    rows = []
    for draw in draws:
        drawn = votes[draw]
        wins = torch.zeros(P, P, device=votes.device)
        wins[drawn[:, 0], drawn[:, 1]] += 1
        rows.append(rate(wins))
    rows = torch.stack(rows)
    return torch.stack([rows.quantile(0.025, dim=0), rows.quantile(0.975, dim=0)], dim=1)
