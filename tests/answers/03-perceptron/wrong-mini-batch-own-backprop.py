# fails: update: W
# because: The student calls backprop by name; the function to use is the argument gradient.
# batch: 1
# told: true author mini-batch: your own backprop
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    """W, B: lists of matrices and columns; batch: a list of m pairs (x, y) -> W, B after one step.

    gradient(W, B, x, y) -> nabla_b, nabla_w of one example: lists shaped like B and W.
    """
    sum_b = [b * 0 for b in B]
    sum_w = [w * 0 for w in W]
    for x, y in batch:
        db, dw = backprop(W, B, x, y)
        for i in range(len(W)):
            sum_b[i] = sum_b[i] + db[i]
            sum_w[i] = sum_w[i] + dw[i]
    new_W = [w - eta * s / len(batch) for w, s in zip(W, sum_w)]
    new_B = [b - eta * s / len(batch) for b, s in zip(B, sum_b)]
    return new_W, new_B
