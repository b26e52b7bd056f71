# fails: *
# because: The best so far begins at -1 as if nothing could be worse; a game may have any numbers, so it must begin at minus infinity.
# batch: 1
# told: true author negamax: at least -1
# %% solution-negamax
def negamax(game, state):
    worth = game.result(state)
    if worth is not None:
        return float(worth)
    best = -1.0
    for m in game.moves(state):
        v = -negamax(game, game.play(state, m))
        if v > best:
            best = v
    return best
