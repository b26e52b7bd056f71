# fails: *
# because: The student first moves the biases and then computes the weights' gradients in a second pass, with the new biases; all gradients must be taken at the parameters from before the step.
# batch: 1
# told: true author mini-batch: biases first
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    m = len(batch)
    # the biases
    sum_b = [torch.zeros_like(b) for b in B]
    for x, y in batch:
        for s, g_b in zip(sum_b, gradient(W, B, x, y)[0]):
            s += g_b
    B = [b - eta / m * s for b, s in zip(B, sum_b)]
    # the weights
    sum_w = [torch.zeros_like(w) for w in W]
    for x, y in batch:
        for s, g_w in zip(sum_w, gradient(W, B, x, y)[1]):
            s += g_w
    W = [w - eta / m * s for w, s in zip(W, sum_w)]
    return W, B
