# fails: missed a 1: b
# because: The student moves the bias by the whole difference and forgets lr there.
# batch: 1
# told: true author step: bias without lr
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    z = (w * x).sum() + b
    guess = float(z > 0)
    diff = y - guess
    if diff != 0:
        w = w + lr * diff * x
        b = b + diff
    return w, b
