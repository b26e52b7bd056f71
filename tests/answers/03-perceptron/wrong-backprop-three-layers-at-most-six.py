# because: written out for the last three layers only: with four or more the first layers' gradients stay 0
# batch: 6
# told: true author backprop: three layers at most
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    # delta: the error of the layer that you are in, (neurons, 1)
    # output
    delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
    nabla_b[-1] = delta
    nabla_w[-1] = delta @ activations[-2].T
    if len(W) >= 2:
        delta = (W[-1].T @ delta) * sigmoid_prime(zs[-2])
        nabla_b[-2] = delta
        nabla_w[-2] = delta @ activations[-3].T
    if len(W) >= 3:
        delta = (W[-2].T @ delta) * sigmoid_prime(zs[-3])
        nabla_b[-3] = delta
        nabla_w[-3] = delta @ activations[-4].T
    return nabla_b, nabla_w
