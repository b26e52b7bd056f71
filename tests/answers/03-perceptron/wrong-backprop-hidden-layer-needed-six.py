# because: does the first layer apart, after the loop, with the weights W[1] after it: a network of one layer has no W[1] (IndexError)
# batch: 6
# told: true author backprop: needs two layers
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    # delta: the error of the layer that you are in, (neurons, 1)
    last = len(W) - 1
    delta = (activations[-1] - y) * sigmoid_prime(zs[last])
    for i in range(last, 0, -1):
        nabla_b[i] = delta
        nabla_w[i] = delta @ activations[i].T
        if i > 1:
            delta = W[i].T @ delta * sigmoid_prime(zs[i - 1])
    # now the layer that sees the input
    delta = W[1].T @ delta * sigmoid_prime(zs[0])
    nabla_b[0] = delta
    nabla_w[0] = delta @ x.T
    return nabla_b, nabla_w
