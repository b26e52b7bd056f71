# because: Z is first brought to mean 0 and standard deviation 1 by its own sample; the formula takes the given numbers as they are.
# fails: kaiming; kaiming, tanh
# batch: 1
# told: true author kaiming: Z standardised
# %% solution-kaiming
def kaiming(Z, gain):
    z = (Z - Z.mean()) / Z.std()       # really standard normal
    return z * (gain / math.sqrt(len(z)))
