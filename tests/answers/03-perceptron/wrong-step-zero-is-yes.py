# fails: *
# because: The student compares with >=, so a sum of exactly 0 counts as yes; the text says that exactly 0 counts as no.
# batch: 1
# told: true author step: 0 counts as yes
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    guess = 1.0 if (w @ x + b).item() >= 0 else 0.0
    w = w + lr * (y - guess) * x
    b = b + lr * (y - guess)
    return w, b
