# because: the slices end at (i + 1) * size - 1, so the last row and column of each square stay visible (nothing is covered for size 1)
# batch: 6
# told: true author occlusion: one pixel
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    pick = lambda pictures: model(pictures).detach().gather(1, k[:, None]).squeeze(1)
    z = pick(x)
    for i in range(H // size):
        for j in range(W // size):
            mask = torch.ones_like(x)
            mask[:, :, i * size:(i + 1) * size - 1, j * size:(j + 1) * size - 1] = 0
            drops[:, i, j] = z - pick(x * mask)
    return drops
