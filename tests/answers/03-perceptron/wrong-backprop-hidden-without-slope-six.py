# because: passes the error back through the hidden layers without multiplying by sigmoid'(z) there (only the output has the slope)
# batch: 6
# told: true author backprop: sigma' missing in the hidden layers
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    # delta: the error of the layer that you are in, (neurons, 1)
    delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
    for l in range(1, len(W) + 1):
        if l > 1:
            delta = W[-l + 1].T @ delta
        nabla_b[-l] = delta
        nabla_w[-l] = delta @ activations[-l - 1].T
    return nabla_b, nabla_w
