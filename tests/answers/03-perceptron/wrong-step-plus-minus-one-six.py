# because: guesses with sign, so a no is -1 instead of 0 and the difference to y (0 or 1) is wrong for every no
# batch: 6
# told: true author step: guesses of plus and minus 1
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    guess = torch.sign(w @ x + b)
    w = w + lr * (y - guess) * x
    b = b + lr * (y - guess)
    return w, b
