# fails: out_shape: padding
# because: adds the padding only once, but it lies on both sides: 2P
# batch: 1
# told: true author size: padding on one side
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    (H, W), (kh, kw) = size, kernel
    return (H + pad - kh) // stride + 1, (W + pad - kw) // stride + 1
