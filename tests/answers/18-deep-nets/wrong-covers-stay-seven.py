# because: the copy is made once before the loops, so earlier squares stay covered
# batch: 7
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    rows = torch.arange(B, device=x.device)
    with torch.no_grad():
        before = model(x)[rows, k]
        covered = x.clone()
        for i in range(H // size):
            for j in range(W // size):
                covered[:, :, i * size:(i + 1) * size, j * size:(j + 1) * size] = 0
                drops[:, i, j] = before - model(covered)[rows, k]
    return drops
