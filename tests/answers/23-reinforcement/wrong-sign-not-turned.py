# fails: negamax
# because: The minus is forgotten: what the next position is worth belongs to the other player, to me it is worth the negative.
# batch: 2
# told: true author negamax: both pull together
# %% solution-negamax
def negamax(game, state):
    """What the state is worth to the player whose turn it is, if both play as well as possible; a float."""
    over = game.result(state)
    if over is not None:
        return over
    return max(negamax(game, game.play(state, m)) for m in game.moves(state))
