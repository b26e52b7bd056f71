# because: The table of wins is made once, before the loop over the draws, and never emptied, so each draw is rated together with all draws before it.
# batch: 3
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    """votes (n, 2) int: winner, loser; draws (B, n) int; rate(wins (P, P)) -> (P,) -> intervals (P, 2) float32."""
    table = torch.zeros(P, P, device=votes.device)
    one = torch.ones(draws.shape[1], device=votes.device)
    ratings = []
    for d in draws:
        table.index_put_((votes[d, 0], votes[d, 1]), one, accumulate=True)
        ratings.append(rate(table))
    ratings = torch.stack(ratings)
    return torch.stack([ratings.quantile(0.025, dim=0), ratings.quantile(0.975, dim=0)], dim=1)
