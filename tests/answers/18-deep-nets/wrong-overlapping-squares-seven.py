# because: square (i, j) starts at pixel (i, j) instead of (i size, j size): the squares overlap and do not reach the far edge
# batch: 7
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    with torch.no_grad():
        z = model(x).gather(1, k[:, None]).squeeze(1)
        for i in range(H // size):
            for j in range(W // size):
                c = x.clone()
                c[:, :, i:i + size, j:j + size] = 0
                drops[:, i, j] = z - model(c).gather(1, k[:, None]).squeeze(1)
    return drops
