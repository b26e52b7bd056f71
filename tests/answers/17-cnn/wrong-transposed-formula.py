# because: uses the size formula of the transposed convolution, (H - 1) s - 2P + k, instead of that of the convolution
# batch: 5
# told: true author size: of a transposed convolution
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    def along(n, k):
        return (n - 1) * stride - 2 * pad + k

    return along(size[0], kernel[0]), along(size[1], kernel[1])
