# fails: transplant
# because: starts from the source and so keeps the decoder; the result has the target's names and no others
# batch: 1
# told: true author transplant: everything from the source
# %% solution-transplant
def transplant(source, target):
    new = {k: v.clone() for k, v in target.items()}
    for k, v in source.items():
        if k not in target or v.shape == target[k].shape:
            new[k] = v.clone()
    return new
