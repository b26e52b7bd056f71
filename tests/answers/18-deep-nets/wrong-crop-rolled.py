# fails: crop
# because: shifts with torch.roll, so what leaves on one side comes in on the other; the border is zeros
# batch: 1
# told: true author crop: wrapped around
# %% solution-crop
def crop(x, top, left, pad):
    H, W = x.shape[2:]
    out = torch.empty_like(x)
    for i in range(len(x)):
        out[i] = torch.roll(x[i], shifts=(pad - int(top[i]), pad - int(left[i])), dims=(1, 2))
    return out
