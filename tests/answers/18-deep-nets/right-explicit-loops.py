# because: loops over pictures, channels and pixels
# batch: 1
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    mean, var = running  # the running ones
    out, new_mean, new_var = torch.zeros_like(x), mean.clone(), var.clone()
    for c in range(x.shape[1]):
        numbers = x[:, c].reshape(-1)
        n = len(numbers)
        if training:
            mu = numbers.sum() / n
            ss = ((numbers - mu) ** 2).sum()
            s2 = ss / n
            new_mean[c] = (1 - momentum) * mean[c] + momentum * mu
            new_var[c] = (1 - momentum) * var[c] + momentum * ss / (n - 1)
        else:
            mu, s2 = mean[c], var[c]
        out[:, c] = gain[c] * (x[:, c] - mu) / (s2 + eps) ** 0.5 + bias[c]
    mean, var = new_mean, new_var
    return out, (mean, var)
# %% solution-hflip
def hflip(x, which):
    return torch.stack([torch.fliplr(p.permute(1, 2, 0)).permute(2, 0, 1) if w else p for p, w in zip(x, which)])
# %% solution-crop
def crop(x, top, left, pad):
    H, W = x.shape[2:]
    out = torch.zeros_like(x)
    for i in range(len(x)):
        for r in range(H):
            for c in range(W):
                rr, cc = r + int(top[i]) - pad, c + int(left[i]) - pad
                if 0 <= rr < H and 0 <= cc < W:
                    out[i, :, r, c] = x[i, :, rr, cc]
    return out
# %% solution-mixup
def mixup(x, y, lam, order, K):
    pictures, labels = torch.empty_like(x), x.new_zeros(len(x), K)
    for i, j in enumerate(order.tolist()):
        pictures[i] = lam * x[i] + (1 - lam) * x[j]
        labels[i, y[i]] += lam
        labels[i, y[j]] += 1 - lam
    return pictures, labels
# %% solution-transplant
def transplant(source, target):
    new = OrderedDict()
    for name in target:
        new[name] = target[name].detach().clone()
        try:
            if source[name].shape == new[name].shape:
                new[name] = source[name].detach().clone()
        except KeyError:
            pass
    return new
# %% solution-occlusion
def occlusion(model, x, k, size):
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    for b in range(B):
        one, cls = x[b : b + 1], int(k[b])
        with torch.no_grad():
            full = model(one)[0, cls]
            for i in range(H // size):
                for j in range(W // size):
                    keep = torch.ones(H, W, dtype=x.dtype, device=x.device)
                    keep[i * size : (i + 1) * size, j * size : (j + 1) * size] = 0
                    drops[b, i, j] = full - model(one * keep)[0, cls]
    return drops
