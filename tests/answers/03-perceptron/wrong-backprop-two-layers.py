# fails: backprop, three layers
# because: Only the last two layers get their gradients, the layers before keep the zeros; the loop must run over all layers.
# batch: 2
# told: true author backprop: two layers and no more
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
    nabla_b[-1] = delta
    nabla_w[-1] = delta @ activations[-2].T
    delta = (W[-1].T @ delta) * sigmoid_prime(zs[-2])
    nabla_b[-2] = delta
    nabla_w[-2] = delta @ activations[-3].T
    return nabla_b, nabla_w
