# fails: negamax
# because: The minus is missing: what the next position is worth to the other player is taken as one's own worth.
# batch: 1
# told: true author negamax: both pull together
# %% solution-negamax
def negamax(game, state):
    end = game.result(state)
    if end is not None:
        return end
    return max(negamax(game, game.play(state, m)) for m in game.moves(state))
