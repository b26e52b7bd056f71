# because: moves the weights after every pair, so the later gradients are taken at weights that have already moved
# batch: 6
# told: true author mini-batch: updated inside the loop
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    m = len(batch)
    for x, y in batch:
        nabla_b, nabla_w = gradient(W, B, x, y)
        W = [w - eta / m * nw for w, nw in zip(W, nabla_w)]
        B = [b - eta / m * nb for b, nb in zip(B, nabla_b)]
    return W, B
