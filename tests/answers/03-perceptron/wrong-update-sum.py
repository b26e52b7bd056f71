# fails: update: W; update: B
# because: The summed gradients are not divided by the number m of pairs.
# batch: 2
# told: true author mini-batch: the sum for the mean
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    sum_b = [torch.zeros_like(b) for b in B]
    sum_w = [torch.zeros_like(w) for w in W]
    for x, y in batch:
        nb, nw = gradient(W, B, x, y)
        sum_b = [s + n for s, n in zip(sum_b, nb)]
        sum_w = [s + n for s, n in zip(sum_w, nw)]
    W = [w - eta * s for w, s in zip(W, sum_w)]
    B = [b - eta * s for b, s in zip(B, sum_b)]
    return W, B
