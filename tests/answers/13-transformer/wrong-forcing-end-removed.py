# fails: forcing: inp
# because: </s> in the input is replaced by padding, because it is "never read"; nothing is to be replaced, only the last column is cut.
# batch: 2
# told: true author forcing: the end not read
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    inp = tgt[:, :-1].clone()
    inp[inp == 2] = 0
    lab = tgt[:, 1:]
    return inp, lab
