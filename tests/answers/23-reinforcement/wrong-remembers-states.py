# fails: *
# because: Values are kept in a dictionary that is a default argument and lives on from call to call, where the same state of another game finds the old value; keep nothing.
# batch: 2
# told: true author negamax: a memory for all games
# %% solution-negamax
def negamax(game, state, known={}):
    if state in known:
        return known[state]
    value = game.result(state)
    if value is None:
        value = max(-negamax(game, game.play(state, move)) for move in game.moves(state))
    known[state] = value
    return value
