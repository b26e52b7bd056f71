# because: uses the delta rule (y minus the raw sum w.x + b) instead of y minus the thresholded guess
# batch: 6
# told: true author step: no threshold
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    guess = (w * x).sum() + b
    diff = y - guess
    w = w + lr * diff * x
    b = b + lr * diff
    return w, b
