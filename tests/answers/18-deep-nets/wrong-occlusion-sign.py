# fails: occlusion
# because: takes covered minus uncovered; the drop is the logit before less the one with the cover
# batch: 1
# told: true author occlusion: the sign turned round
# %% solution-occlusion
def occlusion(model, x, k, size):
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    idx = torch.arange(B, device=x.device)
    with torch.no_grad():
        base = model(x)[idx, k]
        for i in range(0, H, size):
            for j in range(0, W, size):
                y = x.clone()
                y[:, :, i:i+size, j:j+size] = 0
                drops[:, i // size, j // size] = model(y)[idx, k] - base
    return drops
