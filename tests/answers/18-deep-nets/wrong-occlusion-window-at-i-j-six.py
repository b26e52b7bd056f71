# because: the square (i, j) begins at pixel (i, j) and not at (i * size, j * size): the squares overlap and cover only the upper left part
# batch: 6
# told: true author occlusion: squares that overlap
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    idx = torch.arange(B, device=x.device)
    with torch.no_grad():
        full = model(x)[idx, k]
        for i in range(drops.shape[1]):
            for j in range(drops.shape[2]):
                covered = x.clone()
                covered[:, :, i:i + size, j:j + size] = 0
                drops[:, i, j] = full - model(covered)[idx, k]
    return drops
