# because: the sums start with the first pair's gradients and the loop then runs over all pairs, so the first counts twice
# batch: 6
# told: true author mini-batch: the first pair twice
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    # sum_b, sum_w: lists shaped like B and W, the sums over the batch
    x0, y0 = batch[0]
    sum_b, sum_w = gradient(W, B, x0, y0)
    for x, y in batch:
        nabla_b, nabla_w = gradient(W, B, x, y)
        sum_b = [s + n for s, n in zip(sum_b, nabla_b)]
        sum_w = [s + n for s, n in zip(sum_w, nabla_w)]
    m = len(batch)
    W = [w - (eta / m) * s for w, s in zip(W, sum_w)]
    B = [b - (eta / m) * s for b, s in zip(B, sum_b)]
    return W, B
