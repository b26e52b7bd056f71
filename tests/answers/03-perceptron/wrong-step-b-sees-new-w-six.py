# because: the guess is computed again after w has moved, so b's update uses the error of the new w
# batch: 6
# told: true author step: a second guess before the bias
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    """w (D,), b () a tensor, x (D,), y 0 or 1, lr a number -> w (D,) and b () after this one example."""
    def guess(w, b):
        return 1.0 if float(w @ x + b) > 0 else 0.0

    w = w + lr * (y - guess(w, b)) * x
    b = b + lr * (y - guess(w, b))
    return w, b
