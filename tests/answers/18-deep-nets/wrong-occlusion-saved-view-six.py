# because: saves the covered part without a copy: the saved view is zero itself, so the covers add up, and they stay in the caller's x
# batch: 6
# told: true author occlusion: covers never taken away
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    with torch.no_grad():
        before = model(x).gather(1, k[:, None])[:, 0]
        for i in range(H // size):
            for j in range(W // size):
                rows = slice(i * size, (i + 1) * size)
                cols = slice(j * size, (j + 1) * size)
                saved = x[:, :, rows, cols]
                x[:, :, rows, cols] = 0
                drops[:, i, j] = before - model(x).gather(1, k[:, None])[:, 0]
                x[:, :, rows, cols] = saved
    return drops
