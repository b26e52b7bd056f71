# fails: update: W; update: B
# because: Only the gradient of the last pair is kept, the sums are overwritten in each round instead of added to.
# batch: 2
# told: true author mini-batch: only the last example counts
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    m = len(batch)
    for x, y in batch:
        sum_b, sum_w = gradient(W, B, x, y)
    for i in range(len(W)):
        W[i] = W[i] - (eta / m) * sum_w[i]
        B[i] = B[i] - (eta / m) * sum_b[i]
    return W, B
