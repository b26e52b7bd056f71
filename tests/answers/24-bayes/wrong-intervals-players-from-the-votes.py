# because: The number of players is read off the votes (the highest number plus 1) instead of P, so the players after the last one who occurs in the votes are missing from the table and from the result.
# batch: 3
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    players = int(votes.max()) + 1
    ratings = []
    for draw in draws:
        wins = torch.zeros(players, players, device=votes.device)
        for i, j in votes[draw].tolist():
            wins[i, j] += 1
        ratings.append(rate(wins))
    return torch.quantile(torch.stack(ratings), torch.tensor([0.025, 0.975], device=votes.device), dim=0).T
