# fails: update: W; update: B
# because: The notebook's backprop is called instead of the function that was handed in as gradient.
# batch: 2
# told: true author mini-batch: your own backprop
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    sum_b = [torch.zeros_like(b) for b in B]
    sum_w = [torch.zeros_like(w) for w in W]
    for x, y in batch:
        nabla_b, nabla_w = backprop(W, B, x, y)
        for i in range(len(W)):
            sum_b[i] += nabla_b[i]
            sum_w[i] += nabla_w[i]
    step = eta / len(batch)
    W = [w - step * s for w, s in zip(W, sum_w)]
    B = [b - step * s for b, s in zip(B, sum_b)]
    return W, B
