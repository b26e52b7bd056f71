# fails: missed a 1: b; missed a 0: b
# because: The bias moves by the whole difference, without the step size lr; both updates are multiplied by it.
# batch: 2
# told: true author step: bias without lr
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    guess = 1.0 if float(torch.dot(w, x) + b) > 0 else 0.0
    diff = y - guess
    w = w + lr * diff * x
    b = b + diff
    return w, b
