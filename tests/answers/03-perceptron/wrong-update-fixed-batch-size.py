# because: divides by ten, the batch size of the lecture, instead of by the length of this batch
# fails: update: W; update: B; update, one pair: W
# batch: 0
# told: true author mini-batch: divided by ten
# %% solution-mini-batch
def update_mini_batch(W, B, batch, eta, gradient):
    batch_size = 10
    sum_b = [torch.zeros_like(b) for b in B]
    sum_w = [torch.zeros_like(w) for w in W]
    for x, y in batch:
        db, dw = gradient(W, B, x, y)
        sum_b = [s + d for s, d in zip(sum_b, db)]
        sum_w = [s + d for s, d in zip(sum_w, dw)]
    W = [w - eta / batch_size * s for w, s in zip(W, sum_w)]
    B = [b - eta / batch_size * s for b, s in zip(B, sum_b)]
    return W, B
