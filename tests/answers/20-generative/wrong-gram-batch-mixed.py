# fails: gram
# because: flattens batch and channels together, so the pictures are mixed into one matrix (B*C, B*C)
# batch: 1
# told: true author gram: pictures mixed
# %% solution-gram
def gram(features):
    B, C, H, W = features.shape
    f = features.reshape(B * C, H * W)
    return f @ f.T / (C * H * W)
