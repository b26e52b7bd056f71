# fails: backprop: nabla_b; backprop: nabla_w
# because: The gradients are collected from the last layer to the first and the lists are never turned round; nabla_b[0] must belong to B[0].
# batch: 2
# told: true author backprop: lists backwards
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    nabla_b, nabla_w = [], []
    delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
    for l in range(1, len(W) + 1):
        if l > 1:
            delta = W[-l + 1].T @ delta * sigmoid_prime(zs[-l])
        nabla_b.append(delta)
        nabla_w.append(delta @ activations[-l - 1].T)
    return nabla_b, nabla_w
