# fails: backprop: nabla_b; backprop: nabla_w
# because: The two lists are returned weights first; the text wants the biases first.
# batch: 2
# told: true author backprop: the two lists exchanged
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    L = len(W)
    delta = (activations[L] - y) * sigmoid_prime(zs[L - 1])
    nabla_b[L - 1], nabla_w[L - 1] = delta, delta @ activations[L - 1].T
    for i in range(L - 2, -1, -1):
        delta = (W[i + 1].T @ delta) * sigmoid_prime(zs[i])
        nabla_b[i] = delta
        nabla_w[i] = delta @ activations[i].T
    return nabla_w, nabla_b
