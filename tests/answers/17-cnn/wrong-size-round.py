# fails: *
# because: rounds the number of steps to the nearest whole number; it has to be rounded down, a window that does not fit does not count
# batch: 1
# told: true author size: rounded to the nearest
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    h = round((size[0] + 2 * pad - kernel[0]) / stride) + 1
    w = round((size[1] + 2 * pad - kernel[1]) / stride) + 1
    return h, w
