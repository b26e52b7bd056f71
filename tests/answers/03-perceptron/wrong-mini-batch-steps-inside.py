# fails: update: W
# because: The student makes a small step after each pair, so later gradients are taken at weights that have already moved; all m belong to the weights from before the step.
# batch: 1
# told: true author mini-batch: updated inside the loop
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    step = eta / len(batch)
    for x, y in batch:
        nabla_b, nabla_w = gradient(W, B, x, y)
        W = [w - step * nw for w, nw in zip(W, nabla_w)]
        B = [b - step * nb for b, nb in zip(B, nabla_b)]
    return W, B
