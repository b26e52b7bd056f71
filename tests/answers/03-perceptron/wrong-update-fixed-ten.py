# fails: update: W; update: B
# because: The sum is divided by 10, the batch size of the later training, instead of by the length of this batch.
# batch: 2
# told: true author mini-batch: divided by ten
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    m = 10
    grads = [gradient(W, B, x, y) for x, y in batch]
    new_W = [w - eta / m * sum(g[1][i] for g in grads) for i, w in enumerate(W)]
    new_B = [b - eta / m * sum(g[0][i] for g in grads) for i, b in enumerate(B)]
    return new_W, new_B
