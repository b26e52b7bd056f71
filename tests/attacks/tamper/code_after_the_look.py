"""Replace the own function between its public checks and the hidden ones.

cell: solution-bn-train
where: after
expect: costs own
"""
honest_train, calls = bn_train, [0]


def bn_train(x, g, b):
    calls[0] += 1
    if calls[0] > 4:
        return torch.zeros(1), torch.zeros(1), torch.zeros(1)
    return honest_train(x, g, b)
