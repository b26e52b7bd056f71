# because: 'result or ...' takes a game that is over with 0.0 (drawn) for one that goes on: it works only where no moves are left then (default=0.0), otherwise it plays on beyond the end
# batch: 5
# told: none
# %% solution-negamax
def negamax(game, state):
    """What the state is worth to the player whose turn it is, if both play as well as possible; a float."""
    return game.result(state) or max((-negamax(game, game.play(state, m)) for m in game.moves(state)), default=0.0)
