# fails: *
# because: The student guesses again, with the new w, before moving b: if the moved w is already right, b stays where it was. One guess, from before the step, drives both updates.
# batch: 1
# told: true author step: a second guess before the bias
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    def guess():
        return (w @ x + b > 0).to(x.dtype)

    w = w + lr * (y - guess()) * x
    b = b + lr * (y - guess())
    return w, b
