# because: the search for the maximum starts at -1.0, taken for the worst possible result: in games with other numbers a position worth less than -1 is said to be worth -1
# batch: 5
# told: true author negamax: at least -1
# %% solution-negamax
def negamax(game, state):
    """What the state is worth to the player whose turn it is, if both play as well as possible; a float."""
    outcome = game.result(state)
    if outcome is not None:
        return outcome
    best = -1.0
    for move in game.moves(state):
        score = -negamax(game, game.play(state, move))
        if score > best:
            best = score
    return best
