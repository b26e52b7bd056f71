# because: the step size lr is applied to w only; b moves by the whole difference
# fails: missed a 1: b; missed a 0: b
# batch: 0
# told: true author step: bias without lr
# %% solution-step
def perceptron_step(w, b, x, y, lr):
    fired = 1.0 if (w * x).sum() + b > 0 else 0.0
    error = y - fired
    w = w + lr * error * x
    b = b + error
    return w, b
