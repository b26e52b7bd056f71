# fails: *
# because: A sum of exactly 0 is taken as a yes (>=); the text counts exactly 0 as no, so the comparison must be strict.
# batch: 2
# told: true author step: 0 counts as yes
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    z = (w * x).sum() + b
    guess = 1.0 if z >= 0 else 0.0
    w = w + lr * (y - guess) * x
    b = b + lr * (y - guess)
    return w, b
