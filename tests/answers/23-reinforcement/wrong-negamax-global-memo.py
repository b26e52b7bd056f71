# because: keeps the values in a global dictionary by state only, from one call to the next: with another game the same state gives the value it had in the first one
# batch: 5
# told: true author negamax: a memory for all games
# %% solution-negamax
_seen = {}


def negamax(game, state):
    """What the state is worth to the player whose turn it is, if both play as well as possible; a float."""
    if state in _seen:
        return _seen[state]
    value = game.result(state)
    if value is None:
        value = max(-negamax(game, game.play(state, m)) for m in game.moves(state))
    _seen[state] = value
    return value
