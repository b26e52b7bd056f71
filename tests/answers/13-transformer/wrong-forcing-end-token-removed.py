# fails: forcing: inp
# because: The end token 2 is replaced by padding in inp; in a short row </s> is read too, inp is simply everything but the last column.
# batch: 1
# told: true author forcing: the end not read
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    inp = tgt[:, :-1].clone()
    inp[inp == 2] = 0  # </s> is never read
    lab = tgt[:, 1:]
    return inp, lab
