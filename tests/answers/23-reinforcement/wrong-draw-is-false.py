# fails: negamax, noughts and crosses
# because: `if game.result(state):` takes a draw, 0.0, for a game that goes on; compare with None.
# batch: 2
# told: true author negamax: 0 taken for none
# %% solution-negamax
def negamax(game, state):
    result = game.result(state)
    if result:
        return result
    values = []
    for move in game.moves(state):
        values.append(-negamax(game, game.play(state, move)))
    return max(values)
