# fails: occlusion
# because: The last cover is not taken away before the next one, so more and more of the picture is black.
# batch: 2
# told: true author occlusion: covers never taken away
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    covered = x.clone()
    with torch.no_grad():
        z = model(x).gather(1, k[:, None])[:, 0]
        for i in range(H // size):
            for j in range(W // size):
                covered[:, :, i * size : (i + 1) * size, j * size : (j + 1) * size] = 0
                drops[:, i, j] = z - model(covered).gather(1, k[:, None])[:, 0]
    return drops
