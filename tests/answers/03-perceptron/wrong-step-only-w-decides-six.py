# because: the guess looks at w.x > 0 only, the bias is left out of the threshold (though it is updated)
# batch: 6
# told: true author step: the guess without the bias
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    # guess: 0.0 or 1.0
    guess = (w @ x > 0).float()
    # w, b: moved if the guess was wrong
    step = lr * (y - guess)
    w = w + step * x
    b = b + step
    return w, b
