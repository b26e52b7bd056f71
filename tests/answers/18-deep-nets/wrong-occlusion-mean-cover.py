# fails: occlusion
# because: covers with the picture's mean instead of 0
# batch: 1
# told: true author occlusion: covered with the mean of each picture
# %% solution-occlusion
def occlusion(model, x, k, size):
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    with torch.no_grad():
        z0 = model(x).gather(1, k[:, None]).squeeze(1)
        grey = x.mean((1, 2, 3), keepdim=True)
        for i in range(H // size):
            for j in range(W // size):
                xc = x.clone()
                xc[:, :, i*size:(i+1)*size, j*size:(j+1)*size] = grey
                drops[:, i, j] = z0 - model(xc).gather(1, k[:, None]).squeeze(1)
    return drops
