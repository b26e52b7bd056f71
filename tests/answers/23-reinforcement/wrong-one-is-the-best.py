# fails: negamax
# because: The search stops as soon as a move is worth 1, taking that for the most there is; a game may have any numbers.
# batch: 2
# told: vague numeric few wrong
# %% solution-negamax
def negamax(game, state):
    r = game.result(state)
    if r is not None:
        return r
    best = -float("inf")
    for m in game.moves(state):
        best = max(best, -negamax(game, game.play(state, m)))
        if best >= 1:
            break  # it cannot get better
    return best
