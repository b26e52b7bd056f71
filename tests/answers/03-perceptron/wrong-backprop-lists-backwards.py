# fails: backprop: nabla_b
# because: The student appends from the output layer on and returns the lists like that, last layer first; nabla_b[0] must belong to B[0].
# batch: 1
# told: true author backprop: lists backwards
# %% solution-backprop
def backprop(W, B, x, y):
    """W, B: lists of L matrices and L columns, x (n0, 1), y (nL, 1) -> nabla_b, nabla_w.

    nabla_b[i] has the shape of B[i], nabla_w[i] the shape of W[i]: the gradients of cost(a, y).
    """
    zs, activations = forward(W, B, x)
    nabla_b, nabla_w = [], []
    delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
    for l in range(1, len(W) + 1):
        if l > 1:
            delta = W[-l + 1].T @ delta * sigmoid_prime(zs[-l])
        nabla_b.append(delta)
        nabla_w.append(delta @ activations[-l - 1].T)
    return nabla_b, nabla_w
