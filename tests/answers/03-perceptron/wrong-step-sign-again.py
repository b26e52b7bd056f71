# fails: missed a 1: w; missed a 1: b
# because: The difference is taken as guess - y, so the perceptron moves away from the right answer; it is y - guess.
# batch: 2
# told: true author step: the wrong way
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    guess = (w @ x + b > 0).float()
    error = guess - y
    w = w + lr * error * x
    b = b + lr * error
    return w, b
