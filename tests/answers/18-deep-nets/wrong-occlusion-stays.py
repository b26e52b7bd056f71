# fails: occlusion
# because: never takes the cover away, so the squares covered pile up in one copy
# batch: 1
# told: true author occlusion: covers never taken away
# %% solution-occlusion
def occlusion(model, x, k, size):
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    covered = x.clone()
    with torch.no_grad():
        full = model(x).gather(1, k[:, None])[:, 0]
        for i in range(H // size):
            for j in range(W // size):
                covered[:, :, i * size : (i + 1) * size, j * size : (j + 1) * size] = 0
                drops[:, i, j] = full - model(covered).gather(1, k[:, None])[:, 0]
    return drops
