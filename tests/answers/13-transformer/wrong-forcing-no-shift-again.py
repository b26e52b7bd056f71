# fails: forcing: lab
# because: Input and labels are the same columns; the labels have to be one place later.
# batch: 2
# told: true author forcing: not shifted
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    inp = tgt[:, :-1]
    lab = tgt[:, :-1]
    return inp, lab
