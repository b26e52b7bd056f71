# because: appends the gradients while going backwards and forgets to turn the lists round: the output layer comes first
# batch: 6
# told: true author backprop: lists backwards
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b = [torch.zeros_like(b) for b in B]
    nabla_w = [torch.zeros_like(w) for w in W]
    # delta: the error of the layer that you are in, (neurons, 1)
    nabla_b, nabla_w = [], []
    for l in range(1, len(W) + 1):
        if l == 1:
            delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
        else:
            delta = (W[-l + 1].T @ delta) * sigmoid_prime(zs[-l])
        nabla_b.append(delta)
        nabla_w.append(delta @ activations[-l - 1].T)
    return nabla_b, nabla_w
