# fails: negamax, noughts and crosses
# because: `if result` treats 0.0 (drawn) like None, so a drawn game is played on; the question is whether it `is not None`.
# batch: 1
# told: true author negamax: 0 taken for none, from minus infinity
# %% solution-negamax
def negamax(game, state):
    result = game.result(state)
    if result:
        return result
    best = -float("inf")
    for move in game.moves(state):
        best = max(best, -negamax(game, game.play(state, move)))
    return best
