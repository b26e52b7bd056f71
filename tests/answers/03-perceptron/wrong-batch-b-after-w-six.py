# because: steps W first and then takes the biases' gradients anew, at the new W
# batch: 6
# told: true author mini-batch: weights first
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    rate = eta / len(batch)

    # the weights
    grads = [gradient(W, B, x, y)[1] for x, y in batch]
    W = [w - rate * sum(g[i] for g in grads) for i, w in enumerate(W)]

    # the biases
    grads = [gradient(W, B, x, y)[0] for x, y in batch]
    B = [b - rate * sum(g[i] for g in grads) for i, b in enumerate(B)]
    return W, B
