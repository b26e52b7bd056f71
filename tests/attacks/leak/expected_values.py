"""Be wrong on purpose in a hidden case, so that the difference would show what is expected.

cell: solution-bn-train
where: after
expect: costs own
"""
honest_bn_train = bn_train


def bn_train(x, g, b):
    out, mean, var = honest_bn_train(x, g, b)
    if x.shape == (2, 5):
        out = out.clone()
        out[0, 0] += 1
    return out, mean, var
