# fails: dropout_backward, in use
# because: ignores training and masks and scales in use as well; in use the gradient passes unchanged
# batch: 1
# told: true code argument never used
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    scale = mask.to(dout.dtype) / (1 - p)
    return dout * scale
