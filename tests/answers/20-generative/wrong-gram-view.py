# fails: *
# because: flattens with view, which refuses maps whose dimensions were permuted; reshape or flatten copy if they must
# batch: 1
# told: true author gram: view on a permuted tensor
# %% solution-gram
def gram(features):
    B, C, H, W = features.size()
    f = features.view(B, C, H * W)
    return f @ f.mT / (C * H * W)
