# fails: forcing: lab
# because: The padding of lab is replaced by -100, as in the sums of notebook 12; here padding stays padding, the loss of task 8 leaves it out.
# batch: 1
# told: true author forcing: -100 for padding
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    inp, lab = tgt[:, :-1], tgt[:, 1:]
    lab = torch.where(lab == 0, -100, lab)   # does not count
    return inp, lab
