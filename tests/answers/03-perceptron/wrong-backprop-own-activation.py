# fails: backprop: nabla_w
# because: In the loop the student multiplies by the layer's own activation, activations[-l]; BP4 takes what came in, activations[-l - 1].
# batch: 1
# told: true author backprop: own activations in the loop
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
    nabla_w[-1] = delta @ activations[-2].t()
    l = 2
    while l <= len(W):
        sp = sigmoid_prime(zs[-l])
        delta = torch.mm(W[-l + 1].t(), delta) * sp
        nabla_b[-l] = delta
        nabla_w[-l] = torch.mm(delta, activations[-l].t())
        l += 1
    return nabla_b, nabla_w
