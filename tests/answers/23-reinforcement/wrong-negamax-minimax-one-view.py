# because: plain minimax that alternates max and min, but takes the result at the end as seen by the first player; it is that of the player whose turn it would be, so the sign is wrong at odd depths
# batch: 5
# told: true author negamax: the end as seen by the first player
# %% solution-negamax
def negamax(game, state):
    """What the state is worth to the player whose turn it is, if both play as well as possible; a float."""

    def search(state, my_turn):
        result = game.result(state)
        if result is not None:
            return float(result)
        values = [search(game.play(state, m), not my_turn) for m in game.moves(state)]
        return max(values) if my_turn else min(values)

    return search(state, True)
