# because: notes how much the softmax probability falls instead of the logit
# batch: 7
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    def score(pics):
        with torch.no_grad():
            p = torch.softmax(model(pics), dim=1)
        return p[range(B), k]

    base = score(x)
    for i in range(0, H, size):
        for j in range(0, W, size):
            xc = x.clone()
            xc[:, :, i:i + size, j:j + size] = 0.0
            drops[:, i // size, j // size] = base - score(xc)
    return drops
