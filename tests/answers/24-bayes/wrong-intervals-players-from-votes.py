# because: takes the number of players from the highest number in the votes instead of P: players missing at the end get no row
# batch: 5
# told: true author intervals: players counted in the votes
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    """votes (n, 2) int: winner, loser; draws (B, n) int; rate(wins (P, P)) -> (P,) -> intervals (P, 2) float32."""
    n_players = int(votes.max()) + 1
    ratings = torch.empty(len(draws), n_players, device=votes.device)
    for b, draw in enumerate(draws.tolist()):
        wins = torch.zeros(n_players, n_players, device=votes.device)
        for v in draw:
            wins[votes[v, 0], votes[v, 1]] += 1
        ratings[b] = rate(wins)
    q = torch.tensor([0.025, 0.975], device=votes.device)
    return ratings.quantile(q, dim=0).T
