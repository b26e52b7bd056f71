# fails: right about a 0: w
# because: The guess is made from w·x alone, the bias is forgotten in it.
# batch: 2
# told: true author step: the guess without the bias
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    # guess: 0.0 or 1.0
    guess = float(torch.sum(w * x) > 0)
    w = w + lr * (y - guess) * x
    b = b + lr * (y - guess)
    return w, b
