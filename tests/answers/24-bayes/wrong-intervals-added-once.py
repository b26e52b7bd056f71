# because: table[i, j] += 1 with tensors of places: a pair that was drawn several times counts only once
# batch: 5
# told: true author intervals: pairs counted once
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    """votes (n, 2) int: winner, loser; draws (B, n) int; rate(wins (P, P)) -> (P,) -> intervals (P, 2) float32."""
    rated = []
    for d in draws:
        w, l = votes[d].T
        table = torch.zeros(P, P, device=votes.device)
        table[w, l] += 1
        rated.append(rate(table))
    rated = torch.stack(rated)
    return torch.stack([rated.quantile(0.025, dim=0), rated.quantile(0.975, dim=0)], dim=1)
