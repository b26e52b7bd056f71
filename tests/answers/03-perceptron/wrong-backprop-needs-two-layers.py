# fails: *
# because: The last two layers are written out before the loop, so a network with a single layer raises an IndexError at zs[-2]; a network may have any number of layers.
# batch: 1
# told: true author backprop: needs two layers
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    # output layer
    delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
    nabla_b[-1], nabla_w[-1] = delta, delta @ activations[-2].T
    # last hidden layer
    delta = (W[-1].T @ delta) * sigmoid_prime(zs[-2])
    nabla_b[-2], nabla_w[-2] = delta, delta @ activations[-3].T
    # the others
    for l in range(3, len(W) + 1):
        delta = (W[-l + 1].T @ delta) * sigmoid_prime(zs[-l])
        nabla_b[-l], nabla_w[-l] = delta, delta @ activations[-l - 1].T
    return nabla_b, nabla_w
