# fails: transplant
# because: skips the buffers (only names that end in weight or bias); running statistics belong to the state and are carried over too
# batch: 1
# told: true author transplant: parameters only
# %% solution-transplant
def transplant(source, target):
    new = {}
    for name, t in target.items():
        take = name in source and name.endswith(("weight", "bias")) and source[name].shape == t.shape
        new[name] = source[name].clone() if take else t.clone()
    return new
