# fails: *
# because: A class that does not occur makes the code divide by zero; such a class gets no places.
# batch: 2
# told: none
# %% solution-oversample
def oversample(y, K):
    n = y.bincount(minlength=K).tolist()
    out = []
    for k in range(K):
        places = [i for i, label in enumerate(y.tolist()) if label == k]
        out += [places[j % n[k]] for j in range(max(n))]
    return torch.tensor(out, device=y.device)
