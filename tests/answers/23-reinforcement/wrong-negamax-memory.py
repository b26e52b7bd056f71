# fails: *
# because: The worth of states is kept in a dictionary from call to call; in another game the same state may be worth something else.
# batch: 1
# told: true author negamax: a memory for all games
# %% solution-negamax
known = {}


def negamax(game, state):
    if state in known:
        return known[state]
    v = game.result(state)
    if v is None:
        v = max(-negamax(game, game.play(state, m)) for m in game.moves(state))
    known[state] = v
    return v
