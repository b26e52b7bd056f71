# because: the threshold counts a sum of exactly 0 as yes (>= 0 instead of > 0)
# batch: 6
# told: true author step: 0 counts as yes
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    z = torch.dot(w, x) + b
    if z >= 0:
        guess = 1.0
    else:
        guess = 0.0
    error = y - guess
    w = w + lr * error * x
    b = b + lr * error
    return w, b
