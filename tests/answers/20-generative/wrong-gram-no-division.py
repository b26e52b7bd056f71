# fails: gram
# because: forgets to divide by C*H*W
# batch: 1
# told: true author gram: not divided
# %% solution-gram
def gram(features):
    f = features.flatten(2)
    return f @ f.transpose(1, 2)
