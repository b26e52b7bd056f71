# fails: occlusion
# because: Only channel 0 of the square is covered, all channels must be.
# batch: 2
# told: true author occlusion: the first channel only
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    with torch.no_grad():
        full = model(x).gather(1, k[:, None]).squeeze(1)
        for i in range(drops.shape[1]):
            for j in range(drops.shape[2]):
                hidden = x.clone()
                hidden[:, 0, i * size : i * size + size, j * size : j * size + size] = 0
                drops[:, i, j] = full - model(hidden).gather(1, k[:, None]).squeeze(1)
    return drops
