# because: divides the running sum by m after every pair, so the early gradients are divided by m again and again
# batch: 6
# told: true author mini-batch: divided inside the loop
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    # sum_b, sum_w: lists shaped like B and W, the sums over the batch
    sum_b = [torch.zeros_like(b) for b in B]
    sum_w = [torch.zeros_like(w) for w in W]
    for x, y in batch:
        nabla_b, nabla_w = gradient(W, B, x, y)
        for i in range(len(W)):
            sum_b[i] = (sum_b[i] + nabla_b[i]) / len(batch)
            sum_w[i] = (sum_w[i] + nabla_w[i]) / len(batch)
    W = [w - eta * s for w, s in zip(W, sum_w)]
    B = [b - eta * s for b, s in zip(B, sum_b)]
    return W, B
