# fails: update: W; update: B
# because: The weights move after every single pair, so the later gradients are taken at other weights; all m must be taken at the weights from before the step.
# batch: 2
# told: true author mini-batch: updated inside the loop
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    m = len(batch)
    for x, y in batch:
        nabla_b, nabla_w = gradient(W, B, x, y)
        W = [w - eta / m * g for w, g in zip(W, nabla_w)]
        B = [b - eta / m * g for b, g in zip(B, nabla_b)]
    return W, B
